/* Asks what the sections of a page want to know. */

#include "command.h"
#include "page.h"

#include <string.h>

enum { MOST_PIVOTS = 6 };

/* A page in the making; `part` is the next free part of the section. */
typedef struct builder {
  const page_scope *scope;
  messages *m;
  page_built *built;
} builder;

static bool is_needed(const page_scope *scope, page_need need)
{
  switch (need) {
  case PAGE_REGISTER:
    return scope->evidence != NULL;
  case PAGE_NO_REGISTER:
    return !scope->evidence;
  case PAGE_CONTROLS:
    return scope->evidence && page_scope_controls(scope);
  case PAGE_SEVERAL:
    return scope->edition_count > 1;
  default:
    return true;
  }
}

/* ---- answers ---- */

static ims_status ask_sql(const builder *b, const page_part_rule *rule, ims_table **table)
{
  ims_memory text = { 0 };
  const ims_sql_options options = { .name = rule->layout.label ? rule->layout.label : "report",
                                    .evidence = b->scope->evidence,
                                    .today = b->scope->today };
  ims_status status = page_scope_expand(b->scope, rule->statement, &text);
  if (!status)
    status = ims_sql_query(b->scope->model, text.data, text.size, &options, message_sink(b->m), table);
  ims_memory_free(&text);
  return status;
}

static bool takes(const ims_report *report, const char *name)
{
  for (size_t i = 0; i < report->param_count; i++)
    if (strcmp(report->params[i].name, name) == 0)
      return true;
  return false;
}

/* As for a question: what the report knows of what was given. Nobody is left out where more is wanted. */
static size_t arguments_of(const page_scope *scope, const page_part_rule *rule, const ims_report *report,
                           ims_argument *arguments)
{
  size_t count = 0;
  for (size_t i = 0; rule->standards && i < scope->edition_count; i++)
    arguments[count++] = (ims_argument){ report->params[0].name, scope->editions[i]->id };
  if (takes(report, "want"))
    arguments[count++] = (ims_argument){ "want", scope->want.data };
  for (size_t i = 0; i < scope->given->argument_count; i++) {
    const ims_argument *given = &scope->given->arguments[i];
    if (takes(report, given->name) && strcmp(given->name, "want") != 0 &&
        (strcmp(given->name, "for") != 0 || !takes(report, "want")))
      arguments[count++] = *given;
  }
  return count;
}

static ims_status ask_report(const builder *b, const page_part_rule *rule, ims_table **table)
{
  ims_argument arguments[2 * MOST_ARGUMENTS + 1];
  const ims_report *report = ims_report_find(rule->report);
  const ims_request request = { .arguments = arguments,
                                .argument_count = arguments_of(b->scope, rule, report, arguments),
                                .form = IMS_FORM_WIDE,
                                .evidence = b->scope->evidence,
                                .today = b->scope->today };
  return report->run(b->scope->model, &request, message_sink(b->m), table);
}

static void add_part(builder *b, ims_page_section *section, ims_table *table, const ims_page_part *layout)
{
  ims_page_part *part = &b->built->parts[b->built->page.section_count][section->part_count++];
  b->built->tables[b->built->table_count++] = table;
  *part = *layout;
  part->table = table;
}

static ims_status ask(builder *b, const page_part_rule *rule, ims_page_section *section)
{
  ims_table *table = NULL;
  if (!is_needed(b->scope, rule->need))
    return IMS_OK;
  const ims_status status = rule->report ? ask_report(b, rule, &table) : ask_sql(b, rule, &table);
  if (status)
    return status;
  if (rule->if_any && !ims_table_row_count(table))
    ims_table_free(table);
  else
    add_part(b, section, table, &rule->layout);
  return IMS_OK;
}

/* ---- pivots ---- */

static ims_memory *new_text(builder *b)
{
  return &b->built->texts[b->built->text_count++];
}

/* The columns of words that go with a standard are called as the standard, a blank and what they say. */
static ims_status name_columns(const ims_table *table, ims_memory *shown, ims_memory *opened)
{
  ims_status status = IMS_OK;
  for (size_t i = 0; !status && i < ims_table_column_count(table); i++) {
    const char *key = ims_table_column(table, i)->key;
    ims_memory *list = strchr(key, ' ') ? opened : shown;
    status = page_add(list, list->size ? "," : "");
    if (!status)
      status = page_add(list, key);
  }
  return status;
}

static ims_status ask_pivot(const builder *b, size_t pivot, ims_table **table)
{
  const page_scope *scope = b->scope;
  ims_argument arguments[MOST_ARGUMENTS];
  size_t count = 0;
  const ims_report *report = ims_report_find("correlate");
  arguments[count++] = (ims_argument){ "pivot", scope->editions[pivot]->id };
  for (size_t i = 0; i < scope->edition_count; i++)
    if (i != pivot)
      arguments[count++] = (ims_argument){ "other", scope->editions[i]->id };
  const ims_request request = {
    .arguments = arguments, .argument_count = count, .form = IMS_FORM_WIDE, .words = IMS_WORDS_COLUMNS
  };
  return report->run(scope->model, &request, message_sink(b->m), table);
}

static ims_status add_pivot(builder *b, size_t pivot, ims_page_section *section)
{
  ims_table *table = NULL;
  ims_memory *label = new_text(b), *shown = new_text(b), *opened = new_text(b);
  ims_status status = ask_pivot(b, pivot, &table);
  if (status)
    return status;
  status = page_add(label, "Pivot: ");
  if (!status)
    status = page_add(label, b->scope->editions[pivot]->name);
  if (!status)
    status = name_columns(table, shown, opened);
  add_part(b, section, table,
           &(ims_page_part){ .label = label->data,
                             .shown = shown->data,
                             .opened = opened->data ? opened->data : "",
                             .promise = "In words: what both ask, and what each asks beyond it" });
  return status;
}

static ims_status add_pivots(builder *b, ims_page_section *section)
{
  ims_status status = IMS_OK;
  section->choice = true;
  for (size_t i = 0; !status && i < b->scope->edition_count && i < MOST_PIVOTS; i++)
    status = add_pivot(b, i, section);
  return status;
}

/* ---- pictures ---- */

static void add_image(builder *b, ims_page_section *section, const char *label, const ims_memory *svg,
                      const ims_memory *words)
{
  b->built->parts[b->built->page.section_count][section->part_count++] =
      (ims_page_part){ .label = label, .svg = svg->data, .svg_size = svg->size, .words = words->data };
}

static ims_status name_passage(const page_passage *passage, ims_memory *label)
{
  ims_status status = page_add(label, "From ");
  if (!status)
    status = page_add(label, passage->from->name);
  if (!status)
    status = page_add(label, " to ");
  return status ? status : page_add(label, passage->to->name);
}

/* Nobody asked for them, so what no mapping tells of is left out. */
static ims_status add_passages(builder *b, const page_picture_rule *rule, ims_page_section *section)
{
  page_passage passages[PAGE_PASSAGES_MOST];
  const size_t count = page_passages(b->scope, passages);
  ims_status status = IMS_OK;
  for (size_t i = 0; !status && i < count; i++) {
    ims_memory *svg = new_text(b), *words = new_text(b), *label = new_text(b);
    status = page_draw(b->scope, rule, &passages[i], svg, words);
    if (!status)
      status = name_passage(&passages[i], label);
    if (!status && svg->size)
      add_image(b, section, label->data, svg, words);
  }
  return status;
}

static ims_status add_picture(builder *b, const page_picture_rule *rule, ims_page_section *section)
{
  if (!is_needed(b->scope, rule->need) || (rule->most && b->scope->edition_count > rule->most))
    return IMS_OK;
  if (rule->subject == PAGE_PASSAGES)
    return add_passages(b, rule, section);
  ims_memory *svg = new_text(b), *words = new_text(b);
  const ims_status status = page_draw(b->scope, rule, NULL, svg, words);
  add_image(b, section, rule->label, svg, words);
  return status;
}

/* ---- sections ---- */

static ims_status add_section(builder *b, const page_section_rule *rule)
{
  ims_page_section *section = &b->built->sections[b->built->page.section_count];
  ims_status status = IMS_OK;
  *section = (ims_page_section){ .id = rule->id,
                                 .title = rule->title,
                                 .intro = rule->intro,
                                 .overview = rule->overview,
                                 .parts = b->built->parts[b->built->page.section_count] };
  for (size_t i = 0; !status && i < rule->part_count; i++)
    status = ask(b, &rule->parts[i], section);
  if (!status && rule->pivots)
    status = add_pivots(b, section);
  for (size_t i = 0; !status && i < rule->picture_count; i++)
    status = add_picture(b, &rule->pictures[i], section);
  if (section->part_count)
    b->built->page.section_count++;
  return status;
}

/* What is wrong with a name is said by the report that it is for, as when that is asked alone. */
static ims_status check_names(const builder *b)
{
  const page_part_rule rule = { .report = "gap" };
  ims_table *table = NULL;
  const ims_status status = ask_report(b, &rule, &table);
  ims_table_free(table);
  return status || b->scope->wanted ? status : IMS_NOT_FOUND;
}

int page_build(const page_scope *scope, messages *m, page_built *built)
{
  builder b = { scope, m, built };
  ims_status status = scope->unknown ? check_names(&b) : IMS_OK;
  built->page = (ims_page){ .title = scope->title.data, .subtitle = scope->origin.data, .sections = built->sections };
  for (size_t i = 0; !status && i < page_section_count; i++)
    if (is_needed(scope, page_sections[i]->need))
      status = add_section(&b, page_sections[i]);
  return command_status(status);
}

void page_built_free(page_built *built)
{
  for (size_t i = 0; i < built->table_count; i++)
    ims_table_free(built->tables[i]);
  for (size_t i = 0; i < built->text_count; i++)
    ims_memory_free(&built->texts[i]);
}
