// A caller imports one module.
@_exported import ClockifyRuntime
