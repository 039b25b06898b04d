import ArgumentParser
import RenderCommands

KsefRender.call(Array(CommandLine.arguments.dropFirst()))
