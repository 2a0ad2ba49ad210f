"""A script of calls to one client, and the failures of the client that are known."""

import traceback


class Steps:
    """What a client did, step by step.

    `known` has, by step, a text that the step's failure contains and the reason why the failure is the client's. Every other failure
    is ours; so is a known one that does not occur.
    """

    def __init__(self, client, known=None):
        self.client = client
        self.known = known or {}
        self.done = []
        self.problems = []

    def __call__(self, name):
        return Step(self, name)

    def report(self):
        """Prints the outcome, and returns whether it is as expected."""
        for name in self.known.keys() - set(self.done):
            self.problems.append(f"{name}: a failure is known, but the script has no such step")
        for problem in self.problems:
            print(f"{self.client}: {problem}")
        failures = f", {len(self.known)} known failures of the client" if self.known else ""
        print(f"{self.client}: {len(self.done)} steps, {len(self.problems)} problems{failures}")
        return not self.problems


class Step:
    """One step, as a `with` statement. A failure in it is recorded, and the script goes on."""

    def __init__(self, steps, name):
        self.steps = steps
        self.name = name

    def __enter__(self):
        self.steps.done.append(self.name)

    def __exit__(self, kind, error, trace):
        known = self.steps.known.get(self.name)
        if error is None:
            if known:
                self.steps.problems.append(f"{self.name}: the known failure is gone; remove it ({known[1]})")
        elif not isinstance(error, Exception):
            return False
        else:
            # The first failure says more than what the client makes of it.
            text = f"{kind.__name__}: {error}" + (f"; {error.__cause__}" if error.__cause__ else "")
            if not known or known[0] not in text:
                place = traceback.extract_tb(trace)[0]
                self.steps.problems.append(f"{self.name}, line {place.lineno}: {text}")
        return True
