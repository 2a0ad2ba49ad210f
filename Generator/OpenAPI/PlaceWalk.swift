/// Visits places depth-first, each place once and before the places that follow it.
///
/// Cycles therefore end, and because the walk uses no recursion, nesting can be arbitrarily deep.
package struct PlaceWalk: Sequence, IteratorProtocol {
    /// The places still to visit, the next one last.
    private var pending: [Place]
    private var seen: Set<Place> = []
    private let following: (Place) -> [Place]

    /// - Parameters:
    ///   - places: The first places, in the order of the walk.
    ///   - following: Returns the places that follow a place, in the order of the walk. It is called once for each place.
    package init(from places: [Place], following: @escaping (Place) -> [Place]) {
        pending = places.reversed()
        self.following = following
    }

    package mutating func next() -> Place? {
        while let place = pending.popLast() {
            guard seen.insert(place).inserted else { continue }
            pending += following(place).reversed()
            return place
        }
        return nil
    }
}

/// The ends of chains of places, such as references that lead to references.
///
/// The ends are remembered, so that following every chain of a document takes linear time in total.
package struct ChainEnds {
    private var ends: [Place: Place] = [:]

    package init() {}

    /// Returns the last place of the chain that begins at `place`. A chain that leads back to itself ends before it repeats a place.
    ///
    /// - Parameter next: Returns the place after a place; `nil` if it is the last one. It must return the same for every call.
    package mutating func end(of place: Place, next: (Place) -> Place?) -> Place {
        if let known = ends[place] { return known }
        var way: Set<Place> = [place]
        var end = place
        while let following = next(end), way.insert(following).inserted {
            end = following
            if let known = ends[following] {
                end = known
                break
            }
        }
        for place in way { ends[place] = end }
        return end
    }
}
