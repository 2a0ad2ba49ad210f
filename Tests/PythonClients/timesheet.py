"""clockify-timesheet: reads a detailed report, and writes it to Excel files."""

import contextlib
import io
import os
import sys
import tempfile
from unittest import mock

import openpyxl
from clockify_timesheet import ClockifyClient, client, export_flat, group_entries
from clockify_timesheet.cli import export
from clockify_timesheet.errors import ClockifyAuthError

from contents import Contents
from steps import Steps

NAME = "clockify-timesheet"
MARCH = ("2026-03-01T00:00:00Z", "2026-03-31T23:59:59Z")


def run(sandbox):
    step = Steps(NAME)
    Contents(sandbox)
    client.BASE_URL, client.REPORT_URL = sandbox.api, sandbox.reports
    reader = ClockifyClient(api_key=sandbox.key)
    with step("get_current_user"):
        assert reader.get_current_user()["defaultWorkspace"] == sandbox.workspace
    with step("get_default_workspace"):
        assert reader.get_default_workspace()["id"] == sandbox.workspace
    with step("fetch_entries"):
        entries = reader.fetch_entries(*MARCH)
        assert len(entries) == 3
        rows = {(row["date"], row["project"], row["task"], row["hours"]) for row in group_entries(entries)}
        assert ("02/03/2026", "Apollo", "Landing", "1:30") in rows, rows
    with step("fetch_entries, none"):
        assert reader.fetch_entries("2020-01-01T00:00:00Z", "2020-01-31T23:59:59Z") == []
    with tempfile.TemporaryDirectory() as folder:
        with step("export_flat"):
            with contextlib.redirect_stdout(io.StringIO()):
                export_flat(entries, folder + "/flat.xlsx")
            assert openpyxl.load_workbook(folder + "/flat.xlsx").active.max_row >= 4
        with step("the command"):
            environment = {"CLOCKIFY_API_KEY": sandbox.key, "CLOCKIFY_OUTPUT_DIR": folder}
            arguments = ["export", "--start", "2026-03-01", "--end", "2026-03-31", "--output", "march.xlsx"]
            with mock.patch.dict(os.environ, environment), mock.patch.object(sys, "argv", arguments):
                with contextlib.redirect_stdout(io.StringIO()) as printed:
                    export.main()
            assert "Entries found: 3" in printed.getvalue(), printed.getvalue()
            cells = {cell for sheet in openpyxl.load_workbook(folder + "/march.xlsx") for row in sheet.values for cell in row}
            assert {"Acme", "Apollo", "Landing"} <= cells, cells
    with step("another key"):
        try:
            ClockifyClient(api_key="another").get_current_user()
        except ClockifyAuthError:
            pass
        else:
            raise AssertionError("another key is accepted")
    return step.report()
