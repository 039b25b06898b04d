// Filled in later in this branch of work.
