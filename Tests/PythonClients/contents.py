"""What the clients that only read find in the sandbox."""

import json
import urllib.request


class Contents:
    """A client, a project with a task, a tag, and three time entries of March 2026, one of them running."""

    def __init__(self, sandbox):
        self.sandbox = sandbox
        self.client = self.add("clients", name="Acme")
        self.project = self.add("projects", name="Apollo", clientId=self.client, billable=True, hourlyRate={"amount": 5000})
        self.task = self.add(f"projects/{self.project}/tasks", name="Landing")
        self.tag = self.add("tags", name="urgent")
        self.add("time-entries", start="2026-03-02T08:00:00Z", end="2026-03-02T09:30:00Z", description="Descent", projectId=self.project,
                 taskId=self.task, tagIds=[self.tag], billable=True)
        self.add("time-entries", start="2026-03-02T10:00:00Z", end="2026-03-02T10:45:00Z")
        self.add("time-entries", start="2026-03-31T08:00:00Z", description="Running")

    def add(self, place, **members):
        """Adds something to the workspace, and returns its identifier."""
        request = urllib.request.Request(
            f"{self.sandbox.api}/workspaces/{self.sandbox.workspace}/{place}", json.dumps(members).encode(),
            {"X-Api-Key": self.sandbox.key, "Content-Type": "application/json"})
        with urllib.request.urlopen(request) as answer:
            return json.load(answer)["id"]
