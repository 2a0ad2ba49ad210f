@_exported import ClockifyRuntime
