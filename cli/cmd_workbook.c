/* `workbook`: what the reports say of a register, in one workbook to look at, fill in and hand over. */

#include "command.h"
#include "evidence.h"
#include "message.h"
#include "model.h"
#include "output.h"
#include "progress.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const ims_param params[] = {
  { "for", "LIST", "systems or their standards, with commas between (ISMS,9001); all if not given", false, false,
    false },
  { "at", "DATE", "the day that counts, as in 2026-11-28; today if not given", false, false, false },
};

enum { MOST_SHEETS = 48, MOST_EDITIONS = IMS_SYSTEMS_MAX, MOST_NAME = 64 };

/* What is filled in is read back by imsi_register_sheets: see imsmap-register(5). */
static const ims_workbook_fill gap_fills[] = {
  { .title = "Owner", .note = "Who sees to it." },
  { .title = "Due", .note = "By when.", .day = true },
  { .title = "Decision", .note = "What was decided: do it, leave it and why, or something else." },
  { .title = "Confirmed by", .note = "Who confirmed the decision." },
  { .title = "Confirmed on", .note = "When.", .day = true },
  { .title = "Grade",
    .note = "What the line becomes when the workbook is read as a register: an observation, which is no nonconformity.",
    .value = "observation" },
};

static const char gap_columns[] = "edition,ref,system,text,state,condition,counterparts,common,items_open,beyond,"
                                  "uncompared,duties,todo,documents,serving_documents,lacking,doubts,reason,standing,"
                                  "place";

/* The sheets that every workbook has, in order; the gap stands behind the first. */
static const struct {
  const char *report, *flag, *name, *summary;
  ims_form form;
} plain_sheets[] = {
  { "coverage", NULL, "coverage", "What the documents of the register show of each demand of each system.",
    IMS_FORM_LONG },
  { "shared", NULL, "shared",
    "Documents that serve several systems, those on which much depends, those that serve "
    "nothing.",
    IMS_FORM_WIDE },
  { "duties", NULL, "duties", "Documents and records that the standards demand, and which of them are there.",
    IMS_FORM_LONG },
  { "findings", NULL, "findings", "What should be looked at: where, why, what to do.", IMS_FORM_WIDE },
  { "register", "entries", "register", "What the register holds, with the place of each entry.", IMS_FORM_WIDE },
};

typedef struct work {
  const settings *given;
  messages *m;
  const ims_model *model;
  const ims_register *evidence;
  const ims_edition *editions[MOST_EDITIONS]; /* of the systems, each once */
  size_t edition_count;
  ims_workbook_sheet sheets[MOST_SHEETS];
  ims_table *tables[MOST_SHEETS];
  size_t count;
  char names[MOST_EDITIONS][2][MOST_NAME]; /* of sheets, and prefixes */
} work;

static const char *argument(const settings *given, const char *name)
{
  for (size_t i = 0; i < given->argument_count; i++)
    if (strcmp(given->arguments[i].name, name) == 0)
      return given->arguments[i].value;
  return NULL;
}

/* ---- sheets ---- */

static int add(work *w, const char *report, const ims_request *request, const ims_workbook_sheet *sheet)
{
  const ims_report *asked = ims_report_find(report);
  if (w->count == MOST_SHEETS || !asked)
    return EXIT_USAGE;
  const ims_status status = asked->run(w->model, request, message_sink(w->m), &w->tables[w->count]);
  if (status)
    return command_status(status);
  w->sheets[w->count] = *sheet;
  w->sheets[w->count].table = w->tables[w->count];
  w->count++;
  return 0;
}

/* Which systems and which day, as the reports on a register are told. */
static size_t take_choice(const work *w, ims_argument *arguments)
{
  static const char *const names[] = { "for", "at" };
  size_t count = 0;
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    if (argument(w->given, names[i]))
      arguments[count++] = (ims_argument){ names[i], argument(w->given, names[i]) };
  return count;
}

static ims_request ask(const work *w, const ims_argument *arguments, size_t count, ims_form form)
{
  return (ims_request){ .arguments = arguments,
                        .argument_count = count,
                        .form = form,
                        .words = IMS_WORDS_COLUMNS,
                        .evidence = w->evidence,
                        .today = evidence_today() };
}

/* True if a system of the edition is looked at: then the coverage, which comes first, has rows of it. */
static bool is_covered(const work *w, const char *edition)
{
  const ims_table *coverage = w->tables[0];
  for (size_t i = 0; i < ims_table_column_count(coverage); i++)
    for (size_t row = 0; row < ims_table_row_count(coverage); row++)
      if (strcmp(ims_table_column(coverage, i)->key, "edition") == 0 &&
          strcmp(ims_table_cell(coverage, row, i), edition) == 0)
        return true;
  return false;
}

/* Of the many columns of the gap those that are needed to decide. */
static int add_gap(work *w)
{
  ims_argument arguments[MOST_EDITIONS + 2];
  size_t count = take_choice(w, arguments);
  for (size_t i = 0; i < w->edition_count; i++)
    if (is_covered(w, w->editions[i]->id))
      arguments[count++] = (ims_argument){ "want", w->editions[i]->id };
  const ims_request request = ask(w, arguments, count, IMS_FORM_LONG);
  const ims_workbook_sheet sheet = { .name = "gap",
                                     .summary = "What is still to be done for each system, with room for decisions; "
                                                "what is filled in can be read as a register.",
                                     .whole = true,
                                     .fills = gap_fills,
                                     .fill_count = sizeof gap_fills / sizeof *gap_fills };
  const int failed = add(w, "gap", &request, &sheet);
  if (failed)
    return failed;
  ims_table *chosen = NULL;
  const ims_status status =
      ims_sql_choose(w->model, w->tables[w->count - 1], NULL, gap_columns, NULL, message_sink(w->m), &chosen);
  if (status)
    return command_status(status);
  ims_table_free(w->tables[w->count - 1]);
  w->tables[w->count - 1] = chosen;
  w->sheets[w->count - 1].table = chosen;
  return 0;
}

static int add_plain(work *w, size_t index)
{
  ims_argument arguments[2];
  const bool on_systems = !plain_sheets[index].flag;
  const size_t count = on_systems ? take_choice(w, arguments) : 1;
  if (!on_systems)
    arguments[0] = (ims_argument){ plain_sheets[index].flag, NULL };
  const ims_request request = ask(w, arguments, count, plain_sheets[index].form);
  return add(w, plain_sheets[index].report, &request,
             &(ims_workbook_sheet){
                 .name = plain_sheets[index].name, .summary = plain_sheets[index].summary, .found = !on_systems });
}

/* A Statement of Applicability is of a register that decides on controls. */
static int add_statement(work *w)
{
  static const ims_workbook_sheet sheet = {
    .name = "soa",
    .summary = "The Statement of Applicability: every control, whether it is included, why, and what stands for it.",
  };
  ims_argument arguments[2];
  const size_t count = take_choice(w, arguments);
  const ims_request request = ask(w, arguments, count, IMS_FORM_LONG);
  return ims_register_count(w->evidence, IMS_ENTRY_CONTROL) ? add(w, "soa", &request, &sheet) : 0;
}

/* Each standard in turn is the one whose clauses make the rows: the table can be read from all sides. */
static int add_correlations(work *w)
{
  for (size_t pivot = 0; w->edition_count > 1 && pivot < w->edition_count; pivot++) {
    ims_argument arguments[MOST_EDITIONS];
    size_t count = 0;
    arguments[count++] = (ims_argument){ "pivot", w->editions[pivot]->id };
    for (size_t i = 0; i < w->edition_count; i++)
      if (i != pivot)
        arguments[count++] = (ims_argument){ "other", w->editions[i]->id };
    const char *id = w->editions[pivot]->id;
    snprintf(w->names[pivot][0], MOST_NAME, "from %.*s", (int)strcspn(id, ":"), id);
    snprintf(w->names[pivot][1], MOST_NAME, "%s/", id);
    const ims_request request = ask(w, arguments, count, IMS_FORM_WIDE);
    const int failed = add(w, "correlate", &request,
                           &(ims_workbook_sheet){ .name = w->names[pivot][0],
                                                  .summary = "Its clauses, and what of the other standards corresponds "
                                                             "to each.",
                                                  .prefix = w->names[pivot][1],
                                                  .found = true });
    if (failed)
      return failed;
  }
  return 0;
}

/* ---- the workbook ---- */

static void find_editions(work *w)
{
  size_t count;
  const ims_system *systems = ims_register_systems(w->evidence, &count);
  for (size_t i = 0; i < count && w->edition_count < MOST_EDITIONS; i++) {
    bool known = !systems[i].edition;
    for (size_t k = 0; k < w->edition_count; k++)
      known = known || w->editions[k] == systems[i].edition;
    if (!known)
      w->editions[w->edition_count++] = systems[i].edition;
  }
}

static int collect(work *w)
{
  find_editions(w);
  if (!w->edition_count) {
    message_usage("workbook", "the register names no system and no standard; say which with", "--profile FILE");
    return EXIT_USAGE;
  }
  int status = add_plain(w, 0);
  if (!status)
    status = add_gap(w);
  for (size_t i = 1; !status && i < sizeof plain_sheets / sizeof *plain_sheets; i++)
    status = add_plain(w, i);
  if (!status)
    status = add_statement(w);
  return status ? status : add_correlations(w);
}

static ims_status make(void *context, const settings *given, FILE *stream)
{
  const work *w = context;
  const ims_write_options options = { .details = given->details };
  const ims_status status =
      ims_workbook_write("What the standards of these systems ask, what the register shows of it, and what is to be "
                         "done. All sheets are reports; none of them is a register.",
                         w->sheets, w->count, &options, progress_sink(stream));
  if (status == IMS_LIMIT)
    message_system(IMS_DIAG_CANNOT_WRITE, given->output, "it is more than a workbook holds; choose systems with --for");
  return status;
}

static bool is_workbook(const char *name)
{
  const char *dot = name ? strrchr(name, '.') : NULL;
  return dot && strcmp(dot, ".xlsx") == 0;
}

static int run(const command *self, const settings *given)
{
  if (given->word_count) {
    message_usage(self->name, "too many words, from", given->words[0]);
    return EXIT_USAGE;
  }
  if (!is_workbook(given->output)) {
    message_usage(self->name, "write to a name that ends in .xlsx, not", given->output ? given->output : "nothing");
    return EXIT_USAGE;
  }
  messages m = { .given = given };
  ims_model *model;
  int status = model_load(given, &m, &model);
  if (status)
    return status;
  ims_register *evidence = NULL;
  work *w = calloc(1, sizeof *w);
  status = w ? evidence_load_for(self, given, model, &m, &evidence) : command_status(IMS_NOMEM);
  if (!status) {
    *w = (work){ .given = given, .m = &m, .model = model, .evidence = evidence };
    status = collect(w);
  }
  if (!status)
    status = output_bytes(&(output_maker){ make, w }, given);
  for (size_t i = 0; w && i < MOST_SHEETS; i++)
    ims_table_free(w->tables[i]);
  free(w);
  ims_register_free(evidence);
  ims_model_free(model);
  return status;
}

const command command_workbook = {
  .name = "workbook",
  .synopsis = "",
  .summary = "what the reports say of a register, in one workbook to look at, fill in and hand over",
  .params = params,
  .param_count = sizeof params / sizeof *params,
  .register_use = IMS_REGISTER_REQUIRED,
  .scope = FOR_FILES,
  .run = run,
};
