// Callers only have to import one module.
@_exported import ClockifyRuntime
