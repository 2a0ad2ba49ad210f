"""clockify-export: writes all time entries of a workspace to a CSV file a month."""

import contextlib
import csv
import io
import pathlib
import tempfile

from clockify_export.api import ClockifyAPI, ClockifyError
from clockify_export.export import export_workspace

from contents import Contents
from steps import Steps

NAME = "clockify-export"


def run(sandbox):
    step = Steps(NAME)
    contents = Contents(sandbox)
    for number in range(60):
        contents.add("tags", name=f"Tag {number}")
    api = ClockifyAPI(sandbox.key, base_url=sandbox.api)
    with step("get_workspaces"):
        workspace = api.get_workspaces()[0]
        assert workspace["id"] == sandbox.workspace
    with step("two pages"):
        assert len(api.get_tags(sandbox.workspace)) == 61
    with step("get_projects"):
        assert [project["clientId"] for project in api.get_projects(sandbox.workspace)] == [contents.client]
    with step("get_tasks"):
        assert [task["id"] for task in api.get_tasks(sandbox.workspace, contents.project)] == [contents.task]
    with step("export_workspace"), tempfile.TemporaryDirectory() as folder:
        for use_cache in (True, True, False):
            with contextlib.redirect_stdout(io.StringIO()):
                counts, latest = export_workspace(api, workspace["id"], workspace["name"], pathlib.Path(folder), use_cache=use_cache)
            assert counts == {"2026-03": 3} and latest.isoformat() == "2026-03-31T08:00:00+00:00", (counts, latest)
        file, = pathlib.Path(folder).glob("*/2026/*.csv")
        rows = list(csv.DictReader(file.read_text().splitlines()))
        assert [row["Duration (h)"] for row in rows] == ["1.5", "0.75", "0"], rows
        assert (rows[0]["Customer"], rows[0]["Project"], rows[0]["Task"], rows[0]["Tags"]) == ("Acme", "Apollo", "Landing", "urgent"), rows
    with step("another key"):
        try:
            ClockifyAPI("another", base_url=sandbox.api).get_current_user()
        except ClockifyError as error:
            assert error.status == 401
        else:
            raise AssertionError("another key is accepted")
    return step.report()
