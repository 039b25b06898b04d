import ArgumentParser
import RenderCommands

KsefRender.main()
