/* `review` is a report, and with --apply its way back: a sheet with decisions becomes a mapping file. */

#include "command.h"
#include "input.h"
#include "message.h"
#include "model.h"
#include "output.h"

#include <string.h>

static const char *file_to_apply(const settings *given)
{
  for (size_t i = 0; i < given->argument_count; i++)
    if (strcmp(given->arguments[i].name, "apply") == 0)
      return given->arguments[i].value;
  return NULL;
}

/* Everything that can be applied is written; the exit status says whether that is all. */
static int apply(const settings *given, const ims_model *model, const char *name, const ims_memory *data, messages *m)
{
  ims_table *table = NULL;
  const size_t before = m->warnings;
  const ims_status status =
      ims_review_decisions(model, name, data->data ? data->data : "", data->size, message_sink(m), &table);
  if (status == IMS_NOMEM) {
    message_system(IMS_DIAG_OUT_OF_MEMORY, NULL, "");
    return EXIT_SYSTEM;
  }
  if (status)
    return EXIT_INPUT;
  const int written = output_table(table, &ims_review_overlay, given);
  ims_table_free(table);
  if (written)
    return written;
  return m->errors || m->warnings > before ? EXIT_INPUT : 0;
}

/* What is asked for beside --apply. */
static const char *name_beside(const settings *given)
{
  const size_t i = strcmp(given->arguments[0].name, "apply") == 0;
  return given->arguments[i].value ? given->arguments[i].value : given->arguments[i].name;
}

int command_run_review(const command *self, const settings *given)
{
  const char *name = file_to_apply(given);
  if (!name)
    return command_run_report(self, given);
  if (given->argument_count > 1) {
    message_usage(self->name, "a sheet is read back as a whole; leave out", name_beside(given));
    return EXIT_USAGE;
  }
  messages m = { .given = given };
  ims_memory data = { 0 };
  ims_model *model = NULL;
  int status = input_file(self->name, given, name, &data);
  if (!status)
    status = model_load(given, &m, &model);
  if (!status)
    status = apply(given, model, name, &data, &m);
  ims_model_free(model);
  ims_memory_free(&data);
  return status;
}
