import ArgumentParser

VerifyCommand.main()
