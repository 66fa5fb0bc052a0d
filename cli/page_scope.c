/* What a page is about, and how that is said to a question in SQL. */

#include "command.h"
#include "page.h"

#include <stdio.h>
#include <string.h>

ims_status page_add(ims_memory *memory, const char *text)
{
  const ims_sink sink = ims_sink_memory(memory);
  return sink.write(sink.context, text, strlen(text));
}

static const char *string_of(const ims_memory *memory)
{
  return memory->data ? memory->data : "";
}

/* ---- standards ---- */

static bool is_called(const ims_edition *edition, const char *name, size_t size, bool dated)
{
  const size_t own = dated ? strlen(edition->id) : strcspn(edition->id, ":");
  return own == size && memcmp(edition->id, name, size) == 0;
}

/* The edition that a system is held against, if its standard is named without a year. */
static const ims_edition *edition_of_system(const page_scope *scope, const char *name, size_t size)
{
  size_t count = 0;
  const ims_system *systems = scope->evidence ? ims_register_systems(scope->evidence, &count) : NULL;
  for (size_t i = 0; i < count; i++)
    if (is_called(systems[i].edition, name, size, false))
      return systems[i].edition;
  return NULL;
}

/* "27001/A.5" names the edition meant by 27001: that of a system, the one in use, or the only one. */
static const ims_edition *find_edition(const page_scope *scope, const char *name)
{
  const size_t size = strcspn(name, "/");
  const ims_edition *found = edition_of_system(scope, name, size);
  size_t others = 0;
  for (size_t i = 0; !found && i < ims_edition_count(scope->model); i++) {
    const ims_edition *edition = ims_edition_at(scope->model, i);
    if (is_called(edition, name, size, true) || (edition->is_default && is_called(edition, name, size, false)))
      found = edition;
  }
  for (size_t i = 0; !found && i < ims_edition_count(scope->model); i++)
    others += is_called(ims_edition_at(scope->model, i), name, size, false);
  for (size_t i = 0; !found && others == 1 && i < ims_edition_count(scope->model); i++)
    if (is_called(ims_edition_at(scope->model, i), name, size, false))
      return ims_edition_at(scope->model, i);
  return found;
}

static void add_edition(page_scope *scope, const ims_edition *edition)
{
  for (size_t i = 0; i < scope->edition_count; i++)
    if (scope->editions[i] == edition)
      return;
  if (edition && scope->edition_count < MOST_ARGUMENTS)
    scope->editions[scope->edition_count++] = edition;
}

static ims_status add_value(ims_memory *list, const char *value)
{
  const ims_status status = list->size ? page_add(list, ",") : IMS_OK;
  return status ? status : page_add(list, value);
}

static ims_status add_values(ims_memory *list, const settings *given, const char *name)
{
  ims_status status = IMS_OK;
  for (size_t i = 0; !status && i < given->argument_count; i++)
    if (strcmp(given->arguments[i].name, name) == 0)
      status = add_value(list, given->arguments[i].value);
  return status;
}

/* A name that nothing is known by is told by the report that is asked first. */
static void add_named(page_scope *scope, const ims_memory *list)
{
  const char *text = string_of(list);
  while (*text) {
    char name[64];
    const size_t size = strcspn(text, ",");
    const bool fits = snprintf(name, sizeof name, "%.*s", (int)size, text) < (int)sizeof name;
    const ims_edition *edition = fits ? find_edition(scope, name) : NULL;
    add_edition(scope, edition);
    scope->unknown = scope->unknown || !edition;
    text += size + (text[size] == ',');
  }
}

/* ---- systems ---- */

bool page_scope_asks(const page_scope *scope, const ims_system *system)
{
  bool any = false;
  for (size_t i = 0; i < scope->given->argument_count; i++) {
    const ims_argument *argument = &scope->given->arguments[i];
    if (strcmp(argument->name, "for") != 0)
      continue;
    any = true;
    for (const char *text = argument->value; *text;) {
      const size_t size = strcspn(text, ",");
      if ((strlen(system->id) == size && memcmp(system->id, text, size) == 0) ||
          is_called(system->edition, text, size, true) || is_called(system->edition, text, size, false))
        return true;
      text += size + (text[size] == ',');
    }
  }
  return !any;
}

static ims_status want_systems(page_scope *scope)
{
  size_t count;
  ims_status status = IMS_OK;
  const ims_system *systems = ims_register_systems(scope->evidence, &count);
  for (size_t i = 0; !status && i < count; i++)
    if (page_scope_asks(scope, &systems[i]))
      status = add_value(&scope->want, systems[i].edition->id);
  return status;
}

/* ---- title and origin ---- */

static void name_day(ims_day day, char text[16])
{
  snprintf(text, 16, "%04d-%02d-%02d", day / 10000 % 10000, day / 100 % 100, day % 100);
}

static const char *value_of(const settings *given, const char *name)
{
  for (size_t i = 0; i < given->argument_count; i++)
    if (strcmp(given->arguments[i].name, name) == 0)
      return given->arguments[i].value;
  return NULL;
}

static const char *organization_of(const page_scope *scope)
{
  if (!scope->evidence || !ims_register_count(scope->evidence, IMS_ENTRY_ORGANIZATION))
    return "";
  const ims_entry entry = ims_register_entry(scope->evidence, IMS_ENTRY_ORGANIZATION, 0);
  return ims_entry_text(scope->evidence, entry, IMS_FIELD_TITLE);
}

static ims_status name_editions(const page_scope *scope, size_t from, size_t to, ims_memory *text)
{
  ims_status status = IMS_OK;
  for (size_t i = from; !status && i < to; i++) {
    status = page_add(text, i == from ? "" : i + 1 == to ? " and " : ", ");
    if (!status)
      status = page_add(text, scope->editions[i]->name);
  }
  return status;
}

static ims_status make_title(page_scope *scope)
{
  const char *title = value_of(scope->given, "title"), *organization = organization_of(scope);
  if (title)
    return page_add(&scope->title, title);
  ims_status status = page_add(&scope->title, organization);
  if (!status)
    status = page_add(&scope->title, *organization ? ": " : "");
  if (!status && !scope->evidence)
    status = page_add(&scope->title, "The way to ");
  return status ? status : name_editions(scope, 0, scope->wanted, &scope->title);
}

static ims_status make_origin(page_scope *scope)
{
  char day[16];
  name_day(scope->today, day);
  const char *at = value_of(scope->given, "at");
  ims_status status = IMS_OK;
  if (scope->evidence) {
    status = page_add(&scope->origin, "As of ");
    if (!status)
      status = page_add(&scope->origin, at ? at : day);
    if (!status)
      status = page_add(&scope->origin, ", from ");
  }
  for (size_t i = 0; !status && i < scope->given->register_count; i++) {
    const char *slash = strrchr(scope->given->registers[i], '/');
    status = page_add(&scope->origin, i ? ", " : "");
    if (!status)
      status = page_add(&scope->origin, slash ? slash + 1 : scope->given->registers[i]);
  }
  if (!status && !scope->evidence)
    status = page_add(&scope->origin, "What is met is taken for granted, for the same scope: ");
  if (!status && !scope->evidence)
    status = name_editions(scope, scope->wanted, scope->edition_count, &scope->origin);
  return status ? status : page_add(&scope->origin, ". In our words; no text of a standard is quoted.");
}

int page_scope_begin(page_scope *scope, const settings *given, const ims_model *model, const ims_register *evidence,
                     ims_day today)
{
  *scope = (page_scope){ .given = given, .model = model, .evidence = evidence, .today = today };
  ims_status status = add_values(&scope->want, given, "want");
  if (!status && evidence && !scope->want.size)
    status = want_systems(scope);
  if (!status)
    status = add_values(&scope->have, given, "have");
  if (!status && !scope->want.size && evidence && value_of(given, "for")) {
    message_usage("report", "no system of the register is", value_of(given, "for"));
    return EXIT_USAGE;
  }
  if (!status && !scope->want.size) {
    message_usage("report", "nothing to report on; give a register, or say what is wanted:", "--want LIST");
    return EXIT_USAGE;
  }
  if (!status && !evidence && !scope->have.size) {
    message_usage("report", "missing:", "--have LIST, or --register FILE");
    return EXIT_USAGE;
  }
  if (status)
    return command_status(status);
  add_named(scope, &scope->want);
  scope->wanted = scope->edition_count;
  add_named(scope, &scope->have);
  status = make_title(scope);
  return command_status(status ? status : make_origin(scope));
}

void page_scope_end(page_scope *scope)
{
  ims_memory_free(&scope->want);
  ims_memory_free(&scope->have);
  ims_memory_free(&scope->title);
  ims_memory_free(&scope->origin);
}

bool page_scope_is_past(const page_scope *scope, ims_day day)
{
  char then[16], now[16];
  const char *at = value_of(scope->given, "at");
  name_day(day, then);
  name_day(scope->today, now);
  return day && strcmp(then, at ? at : now) < 0;
}

bool page_scope_controls(const page_scope *scope)
{
  for (size_t i = 0; i < scope->wanted; i++)
    for (uint32_t k = 0; k < scope->editions[i]->count; k++) {
      const ims_node node = { scope->editions[i]->first.index + k };
      if (ims_node_force(scope->model, node) == IMS_CONTROL)
        return true;
    }
  return false;
}
