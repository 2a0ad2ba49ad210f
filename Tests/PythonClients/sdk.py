"""clockify-python-115: an asynchronous, typed client of all sections. Its models check every answer."""

import asyncio
import datetime
import inspect

import httpx
from clockify import ClockifyClient
from clockify.files import Upload

from steps import Steps

START, END = "2026-03-02T08:00:00Z", "2026-03-02T09:30:00Z"
MARCH = {"dateRangeStart": "2026-03-01T00:00:00Z", "dateRangeEnd": "2026-03-31T23:59:59Z"}

# Methods for operations that the documentation does not have.
NOT_CALLED = {
    "approvals.submit_for_user_with_type", "approvals.submit_with_type", "audit_log.search", "entity_changes.list_created",
    "invoice_items.create", "invoice_items.delete", "invoice_items.import_items", "projects.create_from_template",
    "time_entries.get_many", "time_off_balance_assignments.create", "time_off_balance_assignments.delete",
    "time_off_balance_assignments.get_for_user_and_policy", "time_off_balance_assignments.update", "users.add_limited_to_workspace",
    "webhooks.list_event_statuses",
}

KNOWN = {
    "users.grant_manager_role": (
        "giveUserManagerRole: response validation failed", "it expects the name of a role where the documentation has an object"),
    "time_entries.delete_all_for_user, with a custom field": (
        "deleteMany: response validation failed", "it expects an object as the value of a custom field, which is any JSON"),
    "reports.detailed, empty": (
        "generateDetailedReport: response validation failed", "it does not expect [null], the totals of a report without entries"),
}


class ToSandbox(httpx.AsyncHTTPTransport):
    """Sends to the sandbox what the client sends to the service. The client accepts no address without TLS."""

    def __init__(self, sandbox):
        super().__init__()
        self.sandbox = sandbox

    async def handle_async_request(self, request):
        path = request.url.raw_path.decode()
        if request.url.host == "reports.api.clockify.me":
            path = "/report" + path
        request.url = httpx.URL(self.sandbox.address + path)
        return await super().handle_async_request(request)


class Recorded:
    """A part of the client that notes which of its methods are called."""

    def __init__(self, name, part, called):
        self.name, self.part, self.called = name, part, called

    def __getattr__(self, method):
        self.called.add(f"{self.name}.{method}")
        return getattr(self.part, method)


class Script:
    def __init__(self, client, steps):
        self.step = steps
        self.called = set()
        self.methods = set()
        for name, part in vars(client).items():
            methods = [m for m, _ in inspect.getmembers(part, inspect.iscoroutinefunction) if not m.startswith("_")]
            if name.startswith("_") or name == "raw" or not methods:
                continue
            self.methods.update(f"{name}.{method}" for method in methods)
            setattr(self, name, Recorded(name, part, self.called))

    async def run(self):
        await self.people()
        await self.work()
        await self.time()
        await self.money()
        await self.plans()
        await self.reporting()
        await self.rest()
        await self.removal()
        with self.step("all methods are called"):
            left = self.methods - self.called - NOT_CALLED
            assert not left, sorted(left)
            assert not NOT_CALLED & self.called, sorted(NOT_CALLED & self.called)

    async def people(self):
        step = self.step
        with step("users.me"):
            self.me = (await self.users.me()).id
        with step("workspaces"):
            assert [w.id for w in await self.workspaces.list()] == [(await self.workspaces.get()).id]
            await self.workspaces.update_billable_rate({"amount": 5000, "currency": "USD"})
            await self.workspaces.update_cost_rate({"amount": 2000})
            assert (await self.workspaces.create({"name": "Second", "organizationId": "67d471656db6ac4d6b1e5a4d"})).name == "Second"
        with step("users.add_to_workspace"):
            await self.users.add_to_workspace({"email": "anna@example.com"})
            self.anna = (await self.users.list(email="anna@example.com"))[0].id
        with step("users.list"):
            assert {u.id for u in await self.users.list(page=1, page_size=50)} >= {self.me, self.anna}
            assert len(await self.users.filter({"email": "anna", "includeRoles": True})) == 1
        with step("users.rates"):
            await self.users.update_hourly_rate(self.anna, {"amount": 6000})
            await self.users.update_cost_rate(self.anna, {"amount": 3000})
        role = {"entityId": self.anna, "role": "TEAM_MANAGER", "sourceType": "USER_GROUP"}
        with step("users.grant_manager_role"):
            await self.users.grant_manager_role(self.me, role)
        with step("users.list_managers"):
            assert self.me in [m.id for m in await self.users.list_managers(self.anna)]
            await self.users.revoke_manager_role(self.me, role)
        with step("users.update_status"):
            await self.users.update_status(self.anna, {"status": "INACTIVE"})
            await self.users.update_status(self.anna, {"status": "ACTIVE"})
        with step("member_profiles"):
            await self.member_profiles.update(self.anna, {"weekStart": "SUNDAY", "workCapacity": "PT8H"})
            assert (await self.member_profiles.get(self.anna)).week_start == "SUNDAY"
        with step("user_groups"):
            group = await self.user_groups.create({"name": "Design"})
            self.group = group.id
            assert (await self.user_groups.update(group.id, {"name": "Design team"})).name == "Design team"
            await self.user_groups.add_members(group.id, {"userId": self.anna})
            assert (await self.user_groups.list(name="Design"))[0].user_ids == [self.anna]
            await self.user_groups.remove_member(group.id, self.anna)
        with step("files.upload_image"):
            assert (await self.files.upload_image(Upload("me.png", b"\x89PNG\r\n\x1a\n", "image/png"))).url

    async def work(self):
        step = self.step
        with step("clients"):
            client = await self.clients.create({"name": "Acme", "email": "office@acme.example", "note": "Pays late"})
            self.client = client.id
            assert (await self.clients.update(client.id, {"name": "Acme Inc.", "email": "office@acme.example"})).name == "Acme Inc."
            assert (await self.clients.get(client.id)).name == "Acme Inc."
            assert client.id in [c.id for c in await self.clients.list(name="Acme", archived=False)]
        with step("tags"):
            tag = await self.tags.create({"name": "urgent"})
            self.tag = tag.id
            assert (await self.tags.update(tag.id, {"name": "very urgent", "archived": False})).name == "very urgent"
            assert (await self.tags.get(tag.id)).name == "very urgent"
            assert tag.id in [t.id for t in await self.tags.list(name="urgent")]
        with step("projects"):
            project = await self.projects.create({"name": "Apollo", "clientId": self.client, "billable": True, "isPublic": False})
            self.project = project.id
            project = await self.projects.update(project.id, {"name": "Apollo 11", "billable": True, "color": "#03A9F4"})
            assert project.name == "Apollo 11" and project.client_name == "Acme Inc."
            assert (await self.projects.get(self.project)).id == self.project
            assert self.project in [p.id for p in await self.projects.list(clients=[self.client], page_size=50)]
        with step("projects.members"):
            await self.projects.set_members(self.project, {"userIds": [self.anna], "remove": False})
            await self.projects.update_memberships(self.project, {"memberships": [{"userId": self.anna}, {"userId": self.me}]})
            await self.projects.update_user_hourly_rate(self.project, self.anna, {"amount": 7000})
            await self.projects.update_user_cost_rate(self.project, self.anna, {"amount": 3500})
        with step("projects.update_estimate"):
            await self.projects.update_estimate(self.project, {"timeEstimate": {"active": True, "estimate": "PT40H", "type": "MANUAL"}})
        with step("projects.template"):
            await self.projects.update_template(self.project, {"isTemplate": True})
            await self.projects.update_template(self.project, {"isTemplate": False})
        with step("tasks"):
            task = await self.tasks.create(self.project, {"name": "Landing", "assigneeIds": [self.anna]})
            self.task = task.id
            assert (await self.tasks.update(self.project, task.id, {"name": "Moon landing"})).name == "Moon landing"
            assert (await self.tasks.get(self.project, task.id)).name == "Moon landing"
            assert [t.id for t in await self.tasks.list(self.project)] == [task.id]
            await self.tasks.update_billable_rate(self.project, task.id, {"amount": 9000})
            await self.tasks.update_cost_rate(self.project, task.id, {"amount": 4500})
        with step("custom_fields"):
            field = await self.custom_fields.create_for_workspace({"name": "Place", "type": "TXT"})
            self.field = field.id
            await self.custom_fields.update_for_workspace(field.id, {"name": "Site", "type": "TXT"})
            assert [f.name for f in await self.custom_fields.list_for_workspace(name="Site")] == ["Site"]
            await self.custom_fields.update_for_project(self.project, field.id, {"status": "VISIBLE", "defaultValue": "Oslo"})
            assert field.id in [f.id for f in await self.custom_fields.list_for_project(self.project)]
            await self.custom_fields.remove_from_project(self.project, field.id)
        with step("users.update_custom_field_value"):
            field = await self.custom_fields.create_for_workspace({"name": "Shirt", "type": "TXT", "entityType": "USER"})
            await self.users.update_custom_field_value(self.anna, field.id, {"value": "M"})

    async def time(self):
        step = self.step
        with step("time_entries.create"):
            entry = await self.time_entries.create({
                "start": START, "end": END, "projectId": self.project, "taskId": self.task, "tagIds": [self.tag], "billable": True,
                "description": "Descent",
            })
            self.entry = entry.id
            assert entry.time_interval.duration == "PT1H30M"
        with step("time_entries.get"):
            assert (await self.time_entries.get(self.entry)).description == "Descent"
            assert (await self.time_entries.get(self.entry, hydrated=True)).id == self.entry
        with step("time_entries.update"):
            entry = await self.time_entries.update(
                self.entry, {"start": START, "end": END, "description": "Ascent", "projectId": self.project, "taskId": self.task,
                             "billable": True, "tagIds": [self.tag],
                             "customFields": [{"customFieldId": self.field, "sourceType": "WORKSPACE", "value": "Oslo"}]})
            assert entry.description == "Ascent"
        with step("time_entries.create_for_user"):
            entry = await self.time_entries.create_for_user(
                self.anna, {"start": "2026-03-03T08:00:00Z", "end": "2026-03-03T10:00:00Z", "projectId": self.project})
            self.annas = entry.id
        with step("time_entries.stop_timer_for_user"):
            running = await self.time_entries.create({"start": "2026-03-04T08:00:00Z"})
            assert running.time_interval.end is None
            assert [e.id for e in await self.time_entries.list_in_progress()] == [running.id]
            stopped = await self.time_entries.stop_timer_for_user(self.me, {"end": "2026-03-04T09:00:00Z"})
            assert stopped.id == running.id
        with step("time_entries.list_for_user"):
            found = await self.time_entries.list_for_user(self.me, start="2026-03-01T00:00:00Z", end="2026-03-31T00:00:00Z", page_size=50)
            assert [e.description for e in found][-1] == "Ascent" and len(found) == 2
        with step("time_entries.duplicate"):
            self.duplicate = (await self.time_entries.duplicate(self.me, self.entry)).id
        with step("time_entries.bulk_update_for_user"):
            changed = await self.time_entries.bulk_update_for_user(
                self.me, [{"id": self.duplicate, "start": "2026-03-05T08:00:00Z", "end": "2026-03-05T08:30:00Z", "description": "Bulk"}])
            assert changed[0].description == "Bulk"
        with step("time_entries.mark_invoiced"):
            await self.time_entries.mark_invoiced({"timeEntryIds": [self.entry], "invoiced": True})
            await self.time_entries.mark_invoiced({"timeEntryIds": [self.entry], "invoiced": False})
        with step("time_entries.delete_all_for_user, with a custom field"):
            await self.time_entries.delete_all_for_user(self.me, time_entry_ids=[self.duplicate])
        with step("time_entries.delete_all_for_user"):
            spare = await self.time_entries.create({"start": "2026-03-06T08:00:00Z", "end": "2026-03-06T08:15:00Z"})
            assert [e.id for e in await self.time_entries.delete_all_for_user(self.me, time_entry_ids=[spare.id])] == [spare.id]
        with step("time_entries.delete"):
            spare = await self.time_entries.create({"start": "2026-03-06T08:00:00Z", "end": "2026-03-06T08:15:00Z"})
            await self.time_entries.delete(spare.id)
            with_spare = await self.time_entries.list_for_user(self.me)
            assert spare.id not in [e.id for e in with_spare]

    async def money(self):
        step = self.step
        with step("expense_categories"):
            category = await self.expense_categories.create({"name": "Travel"})
            self.category = category.id
            assert (await self.expense_categories.update(category.id, {"name": "Trips"})).name == "Trips"
            assert category.id in [c.id for c in (await self.expense_categories.list()).categories]
        with step("expenses"):
            expense = await self.expenses.create(
                {"amount": 12.5, "categoryId": self.category, "date": START, "projectId": self.project, "userId": self.me,
                 "notes": "Taxi", "billable": True}, file=Upload("taxi.txt", b"12.50", "text/plain"))
            self.expense = expense.id
            assert expense.total == 1250 and (await self.expenses.get(expense.id)).notes == "Taxi"
            assert (await self.expenses.download_receipt(expense.id, expense.file_id)).content == b"12.50"
        with step("expenses.list"):
            assert [e.id for e in (await self.expenses.list()).expenses.expenses] == [self.expense]
        with step("expenses.update"):
            changed = await self.expenses.update(
                self.expense, {"amount": 15, "categoryId": self.category, "date": START, "userId": self.me, "changeFields": ["AMOUNT"]},
                file=Upload("taxi.txt", b"15.00", "text/plain"))
            assert changed.total == 1500
            await self.expenses.delete(self.expense)
        with step("invoices"):
            invoice = await self.invoices.create({
                "clientId": self.client, "currency": "USD", "number": "INV-1", "issuedDate": START, "dueDate": "2026-04-02T08:00:00Z"})
            self.invoice = invoice.id
            await self.invoices.update(invoice.id, {
                "currency": "USD", "number": "INV-1", "issuedDate": START, "dueDate": "2026-04-02T08:00:00Z", "discountPercent": 0,
                "taxPercent": 10, "tax2Percent": 0, "subject": "March", "taxType": "SIMPLE", "clientId": self.client})
        with step("invoices.list"):
            assert (await self.invoices.list(statuses=["UNSENT"])).total == 1
            assert (await self.invoices.filter({"invoiceNumber": "INV-1", "page": 1, "pageSize": 10})).total == 1
        with step("invoices.update_status"):
            await self.invoices.update_status(self.invoice, {"invoiceStatus": "SENT"})
            invoice = await self.invoices.get(self.invoice)
            assert invoice.subject == "March" and invoice.status == "SENT"
        with step("invoice_payments"):
            await self.invoice_payments.create(self.invoice, {"amount": 100, "paymentDate": "2026-03-20T00:00:00Z", "note": "First"})
            payment = (await self.invoice_payments.list(self.invoice))[0]
            assert payment.amount == 100
            await self.invoice_payments.delete(self.invoice, payment.id)
        with step("invoices.export"):
            assert (await self.invoices.export(self.invoice)).content.startswith(b"%PDF")
        with step("invoices.delete"):
            copy = await self.invoices.duplicate(self.invoice)
            await self.invoices.delete(copy.id)
        with step("invoice_settings"):
            settings = await self.invoice_settings.get()
            labels = settings.labels.model_dump(by_alias=True, exclude_none=True)
            labels["totalAmountDue"] = labels.pop("totalAmount") # the documentation's name in requests
            await self.invoice_settings.update({"labels": labels})

    async def plans(self):
        step = self.step
        with step("holidays"):
            holiday = await self.holidays.create({
                "name": "Landing day", "datePeriod": {"startDate": "2026-07-20", "endDate": "2026-07-20"}, "everyoneIncludingNew": True})
            await self.holidays.update(holiday.id, {
                "name": "Moon day", "datePeriod": {"startDate": "2026-07-20", "endDate": "2026-07-20"}, "occursAnnually": True,
                "everyoneIncludingNew": True})
            assert "Moon day" in [h.name for h in await self.holidays.list()]
            assert len(await self.holidays.list_in_period(assigned_to=self.me, start="2026-07-01", end="2026-07-31")) == 1
            await self.holidays.delete(holiday.id)
        with step("time_off_policies"):
            everyone = {"contains": "CONTAINS", "ids": [], "status": "ACTIVE"}
            new = {"name": "Vacation", "approve": {"requiresApproval": True, "specificMembers": True, "teamManagers": False,
                                                   "userIds": [self.me]},
                   "timeUnit": "DAYS", "everyoneIncludingNew": True, "allowNegativeBalance": True, "hasExpiration": False}
            policy = await self.time_off_policies.create(new)
            self.policy = policy.id
            del new["timeUnit"]
            await self.time_off_policies.update(policy.id, new | {
                "name": "Holidays", "allowHalfDay": False, "archived": False, "userGroups": everyone,
                "users": {"contains": "CONTAINS", "ids": [self.me, self.anna], "status": "ACTIVE"}})
            assert (await self.time_off_policies.get(policy.id)).name == "Holidays"
            assert policy.id in [p.id for p in await self.time_off_policies.list(status="ALL")]
        with step("time_off_balances"):
            await self.time_off_balances.update_for_policy(self.policy, {"userIds": [self.me], "value": 20, "note": "Yearly"})
            assert (await self.time_off_balances.list_for_policy(self.policy)).count >= 1
            assert (await self.time_off_balances.list_for_user(self.me)).balances
        with step("time_off_requests"):
            period = {"period": {"start": "2026-08-03", "days": 5}}
            request = await self.time_off_requests.submit(self.policy, {"timeOffPeriod": period, "note": "Sea"})
            await self.time_off_requests.update_status(self.policy, request.id, {"status": "APPROVED"})
            found = await self.time_off_requests.list({"statuses": ["APPROVED"], "users": [self.me], "page": 1, "pageSize": 50})
            assert [r.id for r in found.requests] == [request.id]
        with step("time_off_requests.for_user"):
            period = {"period": {"start": "2026-09-07", "days": 2}}
            request = await self.time_off_requests.submit_for_user(self.policy, self.anna, {"timeOffPeriod": period})
            await self.time_off_requests.withdraw(self.policy, request.id)
        with step("scheduling"):
            made = await self.scheduling.create_recurring({
                "start": "2026-03-09T08:00:00Z", "end": "2026-03-13T17:00:00Z", "hoursPerDay": 6, "projectId": self.project,
                "userId": self.anna, "recurringAssignment": {"weeks": 3, "repeat": True}})
            self.assignment = made[0].id
            window = {"start": "2026-03-01T00:00:00Z", "end": "2026-04-30T00:00:00Z"}
            await self.scheduling.publish_assignments({**window})
            assert await self.scheduling.list_assignments(**window)
            assert await self.scheduling.list_project_totals({**window})
            assert (await self.scheduling.get_project_totals(self.project, **window)).project_id == self.project
            assert await self.scheduling.get_filtered_user_capacity({**window})
            assert (await self.scheduling.get_user_capacity(self.anna, **window)).user_id == self.anna
        with step("scheduling.change"):
            await self.scheduling.update_recurring(self.assignment, {
                "start": "2026-03-09T08:00:00Z", "end": "2026-03-13T17:00:00Z", "hoursPerDay": 4, "seriesUpdateOption": "THIS_ONE"})
            await self.scheduling.copy_assignment(self.assignment, {"userId": self.me, "seriesUpdateOption": "THIS_ONE"})
            await self.scheduling.change_recurring_period(self.assignment, {"repeat": True, "weeks": 2})
            await self.scheduling.delete_recurring(self.assignment, series_update_option="ALL")
        with step("approvals"):
            request = await self.approvals.submit({"period": "WEEKLY", "periodStart": "2026-03-02T00:00:00Z"})
            assert request.id in [a.approval_request.id for a in await self.approvals.list(status="PENDING")]
            await self.approvals.update_status(request.id, {"state": "APPROVED", "note": "Fine"})
            await self.approvals.update_status(request.id, {"state": "WITHDRAWN_APPROVAL", "note": "Once more"})
            await self.approvals.resubmit({"period": "WEEKLY", "periodStart": "2026-03-02T00:00:00Z"})
        with step("approvals.for_user"):
            request = await self.approvals.submit_for_user(self.anna, {"period": "WEEKLY", "periodStart": "2026-03-02T00:00:00Z"})
            await self.approvals.update_status(request.id, {"state": "REJECTED", "note": "Too long"})
            await self.approvals.resubmit_for_user(self.anna, {"period": "WEEKLY", "periodStart": "2026-03-02T00:00:00Z"})

    async def reporting(self):
        step = self.step
        with step("reports.detailed"):
            report = await self.reports.detailed(MARCH | {"detailedFilter": {"page": 1, "pageSize": 50}})
            assert len(report.timeentries) == 3 and report.totals[0].total_time == 4.5 * 3600
        with step("reports.detailed, empty"):
            report = await self.reports.detailed({
                "dateRangeStart": "2020-01-01T00:00:00Z", "dateRangeEnd": "2020-01-31T23:59:59Z", "detailedFilter": {"page": 1}})
            assert not report.timeentries
        with step("reports.summary"):
            report = await self.reports.summary(MARCH | {"summaryFilter": {"groups": ["PROJECT", "USER"]}})
            assert "Apollo 11" in [group.name for group in report.group_one]
        with step("reports.weekly"):
            report = await self.reports.weekly({
                "dateRangeStart": "2026-03-02T00:00:00Z", "dateRangeEnd": "2026-03-08T23:59:59Z",
                "weeklyFilter": {"group": "PROJECT", "subgroup": "TIME"}})
            assert report.group_one
        with step("reports.attendance"):
            report = await self.reports.attendance(MARCH | {"attendanceFilter": {"page": 1, "pageSize": 50}})
            assert report.entities
        with step("reports.expense_details"):
            assert await self.reports.expense_details(MARCH)
        with step("shared_reports"):
            new = {"name": "March", "type": "SUMMARY", "isPublic": True,
                   "filter": MARCH | {"summaryFilter": {"groups": ["PROJECT"]}, "exportType": "JSON"}}
            shared = await self.shared_reports.create(new)
            assert shared.id in [r.id for r in (await self.shared_reports.list()).reports]
            assert await self.shared_reports.view_public(shared.id)
            await self.shared_reports.update(shared.id, new | {"name": "March 2026"})
            await self.shared_reports.delete(shared.id)

    async def rest(self):
        step = self.step
        with step("webhooks"):
            hook = {"name": "Changes", "url": "https://example.com/hook", "webhookEvent": "NEW_PROJECT",
                    "triggerSourceType": "WORKSPACE_ID", "triggerSource": []}
            made = await self.webhooks.create(hook)
            await self.webhooks.update(made.id, hook | {"name": "Other changes"})
            assert (await self.webhooks.get(made.id)).name == "Other changes"
            assert (await self.webhooks.list()).webhooks
            await self.webhooks.rotate_token(made.id)
            await self.webhooks.search_logs(made.id, {"from": "2026-03-01T00:00:00Z", "to": "2026-03-31T00:00:00Z", "status": "ALL"})
            await self.webhooks.delete(made.id)
        with step("webhooks.list_for_addon"):
            await self.webhooks.list_for_addon("5b715448b079875110791234")
        with step("entity_changes"):
            now = datetime.datetime.now(datetime.timezone.utc)
            window = {"start": (now - datetime.timedelta(days=1)).strftime("%Y-%m-%dT%H:%M:%SZ"),
                      "end": (now + datetime.timedelta(days=1)).strftime("%Y-%m-%dT%H:%M:%SZ")}
            await self.entity_changes.list_updated(type=["TIME_ENTRY"], **window)
            await self.entity_changes.list_deleted(type=["TIME_ENTRY"], **window)

    async def removal(self):
        step = self.step
        with step("removal"):
            await self.expense_categories.update_status(self.category, {"archived": True})
            await self.expense_categories.delete(self.category)
            await self.custom_fields.delete_for_workspace(self.field)
            await self.user_groups.delete(self.group)
            await self.tags.delete(self.tag)
            await self.tasks.update(self.project, self.task, {"name": "Moon landing", "status": "DONE"})
            await self.tasks.delete(self.project, self.task)
            await self.projects.update(self.project, {"name": "Apollo 11", "archived": True})
            await self.projects.delete(self.project)
            await self.time_off_policies.update_status(self.policy, {"status": "ARCHIVED"})
            await self.time_off_policies.delete(self.policy)
            await self.clients.update(self.client, {"name": "Acme Inc.", "archived": True})
            await self.clients.delete(self.client)


async def calls(sandbox, steps):
    async with httpx.AsyncClient(transport=ToSandbox(sandbox)) as http:
        client = ClockifyClient(api_key=sandbox.key, workspace_id=sandbox.workspace, http_client=http)
        await Script(client, steps).run()


def run(sandbox):
    steps = Steps("clockify-python-115", KNOWN)
    asyncio.run(calls(sandbox, steps))
    return steps.report()
