/* What stands for the names in braces of a statement. All values are quoted as SQL wants them. */

#include "page.h"

#include <stdio.h>
#include <string.h>

static const char *string_of(const ims_memory *memory)
{
  return memory->data ? memory->data : "";
}

static ims_status add_quoted(ims_memory *text, const char *value)
{
  const ims_sink sink = ims_sink_memory(text);
  ims_status status = page_add(text, "'");
  while (!status && *value) {
    const size_t size = strcspn(value, "'");
    status = sink.write(sink.context, value, size);
    if (!status && value[size])
      status = page_add(text, "''");
    value += size + (value[size] != '\0');
  }
  return status ? status : page_add(text, "'");
}

/* ---- reports ---- */

static ims_status add_condition(ims_memory *text, const char *name, const char *value, size_t *conditions)
{
  ims_status status = page_add(text, (*conditions)++ ? " AND \"" : " WHERE \"");
  if (!status)
    status = page_add(text, name);
  if (!status)
    status = page_add(text, "\" = ");
  return status ? status : add_quoted(text, value);
}

static bool takes(const ims_report *report, const char *name)
{
  for (size_t i = 0; i < report->param_count; i++)
    if (strcmp(report->params[i].name, name) == 0)
      return true;
  return false;
}

/* A report that is told what is wanted is not told for whom: others may have what serves. */
static bool is_told(const ims_report *report, const char *name)
{
  if (strcmp(name, "title") == 0 || strcmp(name, "have") == 0 || strcmp(name, "want") == 0)
    return false;
  return takes(report, name) && (strcmp(name, "for") != 0 || !takes(report, "want"));
}

static ims_status add_report(const page_scope *scope, const ims_report *report, ims_memory *text)
{
  size_t conditions = 0;
  ims_status status = page_add(text, "(SELECT * FROM ");
  if (!status)
    status = page_add(text, report->name);
  if (!status && takes(report, "want"))
    status = add_condition(text, "want", string_of(&scope->want), &conditions);
  if (!status && takes(report, "have") && scope->have.size)
    status = add_condition(text, "have", string_of(&scope->have), &conditions);
  for (size_t i = 0; !status && i < scope->given->argument_count; i++) {
    const ims_argument *argument = &scope->given->arguments[i];
    if (is_told(report, argument->name))
      status = add_condition(text, argument->name, argument->value, &conditions);
  }
  return status ? status : page_add(text, ")");
}

/* ---- what is in scope ---- */

static ims_status add_scope(const page_scope *scope, const char *between, const char *end, bool quoted,
                            ims_memory *text)
{
  ims_status status = IMS_OK;
  for (size_t i = 0; !status && i < scope->edition_count; i++) {
    status = page_add(text, i ? between : quoted ? "(" : "'");
    if (!status)
      status = quoted ? add_quoted(text, scope->editions[i]->id) : page_add(text, scope->editions[i]->id);
  }
  return status ? status : page_add(text, end);
}

static ims_status add_row(ims_memory *text, const char *const *values, size_t count, size_t *rows)
{
  ims_status status = page_add(text, (*rows)++ ? ", (" : "(VALUES (");
  for (size_t i = 0; !status && i < count; i++) {
    status = page_add(text, i ? ", " : "");
    if (!status)
      status = add_quoted(text, values[i]);
  }
  return status ? status : page_add(text, ")");
}

/* What others have belongs to the picture, unless one standard's view is asked for. */
static bool is_shown(const page_scope *scope, const ims_edition *edition)
{
  bool chosen = false;
  for (size_t i = 0; i < scope->given->argument_count; i++)
    chosen |= strcmp(scope->given->arguments[i].name, "for") == 0;
  if (!chosen)
    return true;
  for (size_t i = 0; i < scope->wanted; i++)
    if (scope->editions[i] == edition)
      return true;
  return false;
}

/* System, standard, whether it is certified, how, and what for. */
static ims_status add_system(const page_scope *scope, const ims_system *system, ims_memory *text, size_t *rows)
{
  const bool listed = system->entry.index != IMS_NO_ENTRY;
  const char *certificate = listed ? ims_entry_text(scope->evidence, system->entry, IMS_FIELD_CERTIFICATE) : "";
  const char *until = listed ? ims_entry_text(scope->evidence, system->entry, IMS_FIELD_VALID_UNTIL) : "";
  const char *about = listed ? ims_entry_text(scope->evidence, system->entry, IMS_FIELD_SCOPE) : "";
  const char *title = listed ? ims_entry_text(scope->evidence, system->entry, IMS_FIELD_TITLE) : "";
  const bool expired = listed && *certificate &&
                       page_scope_is_past(scope, ims_entry_day(scope->evidence, system->entry, IMS_FIELD_VALID_UNTIL));
  char name[256];
  snprintf(name, sizeof name, "%s%s%s", system->id, *title ? " " : "", title);
  const char *const values[] = {
    name,        system->edition->name,     !*certificate ? "no" : expired ? "expired" : "yes",
    certificate, *certificate ? until : "", about
  };
  return add_row(text, values, sizeof values / sizeof *values, rows);
}

static ims_status add_systems(const page_scope *scope, ims_memory *text)
{
  size_t count = 0, rows = 0;
  ims_status status = IMS_OK;
  const ims_system *systems = scope->evidence ? ims_register_systems(scope->evidence, &count) : NULL;
  for (size_t i = 0; !status && i < count; i++)
    if (is_shown(scope, systems[i].edition))
      status = add_system(scope, &systems[i], text, &rows);
  for (size_t i = 0; !status && !scope->evidence && i < scope->edition_count; i++) {
    const ims_edition *edition = scope->editions[i];
    const char *const values[] = { "", edition->name, i < scope->wanted ? "wanted" : "taken as met", edition->title,
                                   "" };
    status = add_row(text, values, 5, &rows);
  }
  if (!status && !rows)
    return page_add(
        text, "(SELECT 0 AS column1, 0 AS column2, 0 AS column3, 0 AS column4, 0 AS column5, 0 AS column6 WHERE 0)");
  return status ? status : page_add(text, ")");
}

/* ---- statements ---- */

static ims_status add_name(const page_scope *scope, const char *name, ims_memory *text)
{
  if (strcmp(name, "scope") == 0)
    return add_scope(scope, ", ", ")", true, text);
  if (strcmp(name, "order") == 0)
    return add_scope(scope, " ", "'", false, text);
  if (strcmp(name, "systems") == 0)
    return add_systems(scope, text);
  const ims_report *report = ims_report_find(name);
  return report ? add_report(scope, report, text) : page_add(text, name);
}

ims_status page_scope_expand(const page_scope *scope, const char *statement, ims_memory *text)
{
  const ims_sink sink = ims_sink_memory(text);
  ims_status status = IMS_OK;
  for (const char *open; !status && (open = strchr(statement, '{'));) {
    char name[32];
    const char *close = strchr(open, '}');
    status = sink.write(sink.context, statement, (size_t)(open - statement));
    snprintf(name, sizeof name, "%.*s", (int)(close - open - 1), open + 1);
    if (!status)
      status = add_name(scope, name, text);
    statement = close + 1;
  }
  return status ? status : page_add(text, statement);
}
