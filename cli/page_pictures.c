/* Pictures of the standards in scope. */

#include "page.h"

#include <string.h>

/* What is wrong with a picture stands where the picture would be. */
typedef struct refusal {
  ims_memory *words;
  ims_status status;
} refusal;

static void take_reason(void *context, const ims_diag *diag)
{
  refusal *r = context;
  if (!r->status && !r->words->size && diag->severity == IMS_ERROR)
    r->status = page_add(r->words, diag->text);
}

static ims_status name_standards(const page_scope *scope, const char *between, bool full, ims_memory *text)
{
  ims_status status = IMS_OK;
  for (size_t i = 0; !status && i < scope->edition_count; i++) {
    status = page_add(text, i ? between : "");
    if (!status)
      status = page_add(text, full ? scope->editions[i]->name : scope->editions[i]->id);
  }
  return status;
}

static ims_status describe(const page_scope *scope, const ims_diagram *diagram, ims_memory *words)
{
  ims_status status = page_add(words, diagram->summary);
  if (!status)
    status = page_add(words, "; here of ");
  if (!status)
    status = name_standards(scope, ", ", true, words);
  return status ? status : page_add(words, ". The tables of this page say the same in words.");
}

static ims_status draw(const page_scope *scope, const page_picture_rule *rule, const ims_diagram *diagram,
                       const char *list, refusal *r, ims_memory *svg)
{
  ims_argument arguments[MOST_ARGUMENTS + 1];
  size_t count = 0;
  if (rule->as_list)
    arguments[count++] = (ims_argument){ rule->standards, list };
  for (size_t i = 0; !rule->as_list && i < scope->edition_count; i++)
    arguments[count++] = (ims_argument){ rule->standards, scope->editions[i]->id };
  if (rule->view)
    arguments[count++] = (ims_argument){ "view", rule->view };
  const ims_request request = { .arguments = arguments, .argument_count = count };
  return ims_diagram_draw(scope->model, diagram, &request, NULL, (ims_diag_sink){ take_reason, r },
                          ims_sink_memory(svg));
}

ims_status page_draw(const page_scope *scope, const page_picture_rule *rule, ims_memory *svg, ims_memory *words)
{
  ims_memory list = { 0 };
  refusal r = { words, IMS_OK };
  const ims_diagram *diagram = ims_diagram_find(rule->diagram);
  ims_status status = name_standards(scope, ",", false, &list);
  if (!status)
    status = draw(scope, rule, diagram, list.data, &r, svg);
  ims_memory_free(&list);
  if (status == IMS_NOMEM || r.status)
    return IMS_NOMEM;
  if (!status)
    return describe(scope, diagram, words);
  ims_memory_free(svg);
  return words->size ? IMS_OK : page_add(words, "This cannot be drawn.");
}
