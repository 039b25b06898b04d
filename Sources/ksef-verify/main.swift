VerifyCommand.main()
