/* The clauses that files cite, or standard input. */

#include "command.h"
#include "input.h"
#include "message.h"
#include "model.h"
#include "output.h"

#include <string.h>

static int cite(const settings *given, const ims_format *format, const ims_cite_text *texts, size_t count)
{
  messages m = { .given = given };
  ims_model *model = NULL;
  ims_table *table = NULL;
  int result = model_load(given, &m, &model);
  if (result)
    return result;
  const ims_status status = ims_cite(model, texts, count, message_sink(&m), &table);
  ims_model_free(model);
  result = status ? command_status(status) : output_table(table, format, given);
  if (!result && given->warnings_are_errors && m.warnings)
    result = EXIT_INPUT;
  ims_table_free(table);
  return result;
}

static int run(const command *self, const settings *given)
{
  static const char *const standard_input[] = { "-" };
  static ims_memory data[MOST_ARGUMENTS];
  static ims_cite_text texts[MOST_ARGUMENTS];
  const char *const *names = given->word_count ? given->words : standard_input;
  const size_t count = given->word_count ? given->word_count : 1;
  const ims_format *format = output_format(given);
  if (!format)
    return EXIT_USAGE;
  int status = 0;
  size_t read = 0;
  for (; !status && read < count; read++) {
    status = input_file(self->name, given, names[read], &data[read]);
    texts[read] = (ims_cite_text){ strcmp(names[read], "-") == 0 ? "stdin" : names[read],
                                   data[read].data ? data[read].data : "", data[read].size };
  }
  if (!status)
    status = cite(given, format, texts, count);
  for (size_t i = 0; i < read; i++)
    ims_memory_free(&data[i]);
  return status;
}

const command command_cite = {
  .name = "cite",
  .synopsis = "[FILE|-]...",
  .summary = "the clauses that texts cite, a clause a row, and those that do not exist",
  .scope = FOR_DETAILS,
  .run = run,
};
