/// Returns one page after the other, and prefetches up to `pagesAhead` pages.
struct PageSource<Element: JSONReadable> {
    /// The result of loading a page, and the loader's state afterwards.
    private struct Loaded: Sendable {
        var loader: PageLoader<Element>
        var entries: Result<[Element], APIFailure>
    }

    private var loader: PageLoader<Element>
    private let pagesAhead: Int
    /// The prefetched pages. Each waits for the previous one, so that pages arrive in order and none is requested after the last.
    private var ahead: [CancelledWhenDropped<Loaded?>] = []

    init(loader: PageLoader<Element>, pagesAhead: Int) {
        self.loader = loader
        self.pagesAhead = pagesAhead
    }

    var nextPage: Int { loader.nextPage }

    mutating func next() async throws(APIFailure) -> [Element]? {
        guard !loader.isAtEnd else { return nil }
        let loaded: Loaded?
        if ahead.isEmpty {
            loaded = await PageSource.load(loader)
        } else {
            loaded = await ahead.removeFirst().value
        }
        guard let loaded else { return nil }
        loader = loaded.loader
        if loader.isAtEnd { ahead = [] } else { loadAhead() }
        return try loaded.entries.get()
    }

    private mutating func loadAhead() {
        while ahead.count < pagesAhead {
            let previous = ahead.last?.task
            let loader = loader
            ahead.append(
                CancelledWhenDropped(
                    Task {
                        guard let previous else { return await PageSource.load(loader) }
                        guard let loaded = await previous.value, !loaded.loader.isAtEnd else { return nil }
                        return await PageSource.load(loaded.loader)
                    }))
        }
    }

    private static func load(_ loader: PageLoader<Element>) async -> Loaded? {
        var loader = loader
        do throws(APIFailure) {
            let entries = try await loader.load()
            return Loaded(loader: loader, entries: .success(entries))
        } catch {
            return Loaded(loader: loader, entries: .failure(error))
        }
    }
}

/// A task that is cancelled when its value is no longer wanted.
private final class CancelledWhenDropped<Value: Sendable>: Sendable {
    let task: Task<Value, Never>

    init(_ task: Task<Value, Never>) { self.task = task }

    deinit { task.cancel() }

    var value: Value {
        get async {
            await withTaskCancellationHandler {
                await task.value
            } onCancel: {
                task.cancel()
            }
        }
    }
}
