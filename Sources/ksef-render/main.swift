import RenderCommands

KsefRender.main()
