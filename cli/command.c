#include "command.h"

#include "message.h"

#include <stdio.h>
#include <string.h>

/* clang-format off */
static const command *const own[] = {
  &command_page,
  &command_init,
  &command_workbook,
  &command_diff,
  &command_diagram,
  &command_query,
  &command_cite,
  &command_export,
  &command_check,
  &command_completion,
  &command_help,
};
/* clang-format on */

static const size_t own_count = sizeof own / sizeof *own;

size_t command_count(void)
{
  size_t reports;
  ims_reports(&reports);
  return reports + own_count;
}

command command_at(size_t index)
{
  size_t reports;
  const ims_report *const *all = ims_reports(&reports);
  if (index >= reports)
    return *own[index - reports];
  const bool reads_back = strcmp(all[index]->name, "review") == 0;
  return (command){ .name = all[index]->name,
                    .synopsis = "",
                    .summary = all[index]->summary,
                    .report = all[index],
                    .params = all[index]->params,
                    .param_count = all[index]->param_count,
                    .register_use = all[index]->register_use,
                    .scope = FOR_REPORTS,
                    .run = reads_back ? command_run_review : command_run_report };
}

bool command_find(const char *name, command *found)
{
  size_t matches = 0;
  for (size_t i = 0; i < command_count(); i++) {
    const command c = command_at(i);
    if (strncmp(c.name, name, strlen(name)) != 0)
      continue;
    *found = c;
    matches++;
    if (strcmp(c.name, name) == 0)
      return true;
  }
  if (matches == 1)
    return true;
  if (*name == '-') {
    message_usage("", "the command comes first, then its options; not", name);
    return false;
  }
  message_usage("help", matches ? "several commands begin with" : "there is no command", name);
  return false;
}

bool command_takes(const command *self, const option_rule *rule)
{
  if (rule->scope == FOR_REGISTERS)
    return self->register_use != IMS_REGISTER_UNUSED;
  if (rule->scope == FOR_PROFILES)
    return self->register_use != IMS_REGISTER_UNUSED || self->scope == FOR_REPORTS;
  return rule->scope <= self->scope;
}

static void usage_line(const command *self)
{
  printf("usage: imsmap %s [OPTION...]", self->name);
  if (*self->synopsis)
    printf(" %s", self->synopsis);
  for (size_t i = 0; i < self->param_count; i++) {
    const ims_param *param = &self->params[i];
    if (param->positional)
      printf(" %s%s", param->value, param->many ? "..." : "");
    else if (param->required)
      printf(" --%s %s%s", param->name, param->value, param->many ? "..." : "");
  }
  printf("\n%s\n\n", self->summary);
}

static void option_line(char letter, const char *name, const char *value, const char *summary)
{
  char left[64];
  snprintf(left, sizeof left, "%c%c%s--%s%s%s", letter ? '-' : ' ', letter ? letter : ' ', letter ? ", " : "  ", name,
           value ? " " : "", value ? value : "");
  printf("  %-30s %s\n", left, summary);
}

void command_usage(const command *self)
{
  usage_line(self);
  for (size_t i = 0; i < self->param_count; i++) {
    const ims_param *param = &self->params[i];
    if (param->positional)
      printf("  %-30s %s\n", param->value, param->summary);
    else
      option_line(0, param->name, param->value, param->summary);
  }
  for (size_t i = 0; i < option_rule_count; i++)
    if (command_takes(self, &option_rules[i]))
      option_line(option_rules[i].letter, option_rules[i].name, option_rules[i].value,
                  self->formats && option_rules[i].letter == 'f' ? self->formats : option_rules[i].summary);
}
