"""jira-clockify-sync: writes blocks of work on Jira's tickets as time entries, and replaces what it wrote."""

import datetime

from clockify_automation.allocator import Block
from clockify_automation.auto_range import find_last_entry_date
from clockify_automation.clockify import ConflictError, apply_blocks, client
from clockify_automation.clockify.client import list_user_entries, make_clockify_client, resolve_user_id
from clockify_automation.config import Settings

from contents import Contents
from steps import Steps

NAME = "jira-clockify-sync"
DAY = datetime.date(2026, 3, 10)


def run(sandbox):
    step = Steps(NAME)
    contents = Contents(sandbox)
    client._BASE_URL = sandbox.address
    settings = Settings(
        JIRA_BASE_URL="https://jira.invalid", JIRA_EMAIL="me@example.com", JIRA_API_TOKEN="none", CLOCKIFY_API_KEY=sandbox.key,
        CLOCKIFY_WORKSPACE_ID=sandbox.workspace, CLOCKIFY_PROJECT_ID=contents.project, CLOCKIFY_TAG_ID=contents.tag, TIMEZONE="UTC")

    def block(day, hour, key):
        start = datetime.datetime.combine(day, datetime.time(hour), tzinfo=settings.timezone)
        return Block(key, "Summary", start, start + datetime.timedelta(hours=2))

    def sync(mode, *blocks):
        return apply_blocks(settings, list(blocks), mode, from_date=DAY, to_date=DAY + datetime.timedelta(days=1))

    def entries():
        with make_clockify_client(sandbox.key) as http:
            found = list_user_entries(
                http, sandbox.workspace, resolve_user_id(http), "2026-03-10T00:00:00Z", "2026-03-11T23:59:59Z", page_size=2)
            return [entry["description"] for entry in found]

    with step("dry run"):
        assert len(sync("dry_run", block(DAY, 9, "AP-1")).planned) == 1 and entries() == []
    with step("create"):
        assert len(sync("error", block(DAY, 9, "AP-1"), block(DAY, 11, "AP-2"), block(DAY, 13, "AP-3")).created) == 3
        assert entries() == ["AP-3 — Summary", "AP-2 — Summary", "AP-1 — Summary"]
    with step("conflict"):
        try:
            sync("error", block(DAY, 9, "AP-4"))
        except ConflictError:
            pass
        else:
            raise AssertionError("the client does not see what it wrote")
    with step("skip"):
        report = sync("skip", block(DAY, 15, "AP-5"), block(DAY + datetime.timedelta(days=1), 9, "AP-6"))
        assert report.skipped_days == [DAY] and len(report.created) == 1
    with step("replace"):
        assert len(sync("force", block(DAY, 9, "AP-7")).deleted) == 4
        assert entries() == ["AP-7 — Summary"]
    with step("the last day with entries"):
        assert find_last_entry_date(settings, DAY + datetime.timedelta(days=3)) == DAY
    return step.report()
