#include "query/condition.h"

#include <string.h>

bool imsi_condition_says_when(const char *condition)
{
  static const char how_far[] = "as far as ";
  return *condition && strncmp(condition, how_far, sizeof how_far - 1) != 0;
}

bool imsi_condition_of_duty(const ims_model *model, const ims_duty *duty)
{
  return imsi_condition_says_when(duty->condition) ||
         imsi_condition_says_when(ims_node_get(model, duty->provision).condition);
}

void imsi_condition_name(const char *condition, imsi_strbuf *text)
{
  imsi_strbuf_text(text, imsi_condition_says_when(condition) ? "if " : "");
  imsi_strbuf_text(text, condition);
}
