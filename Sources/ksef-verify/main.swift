import ArgumentParser
import ReadingWorkers
import Verification

// The readers of prints are this same program, started by itself.
if ReadingWorker.isAsked(by: CommandLine.arguments) {
  ReadingWorker.serve(isEnough: Evidence.holdsOnlyPairs)
}
VerifyCommand.main()
