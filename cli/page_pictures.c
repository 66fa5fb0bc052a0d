/* Pictures of the standards in scope, and of the register. */

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

/* The standards of the systems that a picture of the register shows, each once. */
static ims_status name_held(const page_scope *scope, ims_memory *text)
{
  size_t count, named = 0;
  ims_status status = IMS_OK;
  const ims_system *systems = ims_register_systems(scope->evidence, &count);
  for (size_t i = 0; !status && i < count; i++) {
    bool known = !page_scope_asks(scope, &systems[i]);
    for (size_t k = 0; !known && k < i; k++)
      known = systems[k].edition == systems[i].edition && page_scope_asks(scope, &systems[k]);
    if (known)
      continue;
    status = page_add(text, named++ ? ", " : "");
    if (!status)
      status = page_add(text, systems[i].edition->name);
  }
  return status;
}

static ims_status describe(const page_scope *scope, const page_picture_rule *rule, const ims_diagram *diagram,
                           const page_passage *passage, ims_memory *words)
{
  ims_status status = page_add(words, diagram->summary);
  if (!status)
    status = page_add(words, "; here of ");
  if (!status && rule->subject == PAGE_EVIDENCE)
    status = name_held(scope, words);
  if (!status && passage)
    status = page_add(words, passage->from->name);
  if (!status && passage)
    status = page_add(words, " and ");
  if (!status && passage)
    status = page_add(words, passage->to->name);
  else if (!status && rule->subject == PAGE_STANDARDS)
    status = name_standards(scope, ", ", true, words);
  return status || passage ? status : page_add(words, ". The tables of this page say the same in words.");
}

/* ---- what is asked ---- */

/* What a diagram is told, with a list that an argument may hold. */
typedef struct request {
  ims_argument arguments[MOST_ARGUMENTS + 2];
  size_t count;
  ims_memory list;
} request;

static void tell(request *r, const char *name, const char *value)
{
  r->arguments[r->count++] = (ims_argument){ name, value };
}

/* The systems and the day that the page is for. */
static ims_status tell_evidence(const page_scope *scope, request *r)
{
  ims_status status = IMS_OK;
  for (size_t i = 0; !status && i < scope->given->argument_count; i++) {
    const ims_argument *given = &scope->given->arguments[i];
    if (strcmp(given->name, "at") == 0)
      tell(r, "at", given->value);
    if (strcmp(given->name, "for") != 0)
      continue;
    status = page_add(&r->list, r->list.size ? "," : "");
    if (!status)
      status = page_add(&r->list, given->value);
  }
  if (r->list.size)
    tell(r, "systems", r->list.data);
  return status;
}

static ims_status tell_standards(const page_scope *scope, const page_picture_rule *rule, request *r)
{
  const ims_status status = name_standards(scope, ",", false, &r->list);
  if (rule->as_list)
    tell(r, rule->standards, r->list.data);
  for (size_t i = 0; !rule->as_list && i < scope->edition_count; i++)
    tell(r, rule->standards, scope->editions[i]->id);
  if (rule->view)
    tell(r, "view", rule->view);
  return status;
}

static ims_status tell_subject(const page_scope *scope, const page_picture_rule *rule, const page_passage *passage,
                               request *r)
{
  if (rule->subject == PAGE_EVIDENCE)
    return tell_evidence(scope, r);
  if (!passage)
    return tell_standards(scope, rule, r);
  tell(r, "old", passage->from->id);
  tell(r, "new", passage->to->id);
  return IMS_OK;
}

/* ---- passages ---- */

static size_t add_passage(page_passage *passages, size_t count, const ims_edition *from, const ims_edition *to)
{
  for (size_t i = 0; i < count; i++)
    if (passages[i].from == from && passages[i].to == to)
      return count;
  if (from && to && count < PAGE_PASSAGES_MOST)
    passages[count++] = (page_passage){ from, to };
  return count;
}

size_t page_passages(const page_scope *scope, page_passage passages[PAGE_PASSAGES_MOST])
{
  size_t count = 0;
  for (size_t i = 0; i < scope->edition_count; i++) {
    const ims_edition *edition = scope->editions[i];
    count = add_passage(passages, count, ims_edition_find(scope->model, edition->replaces, strlen(edition->replaces)),
                        edition);
    for (size_t k = 0; k < ims_edition_count(scope->model); k++) {
      const ims_edition *next = ims_edition_at(scope->model, k);
      if (strcmp(next->replaces, edition->id) == 0)
        count = add_passage(passages, count, edition, next);
    }
  }
  return count;
}

/* ---- drawing ---- */

ims_status page_draw(const page_scope *scope, const page_picture_rule *rule, const page_passage *passage,
                     ims_memory *svg, ims_memory *words)
{
  request r = { .count = 0 };
  refusal why = { words, IMS_OK };
  const ims_diagram *diagram = ims_diagram_find(rule->diagram);
  const bool held = rule->subject == PAGE_EVIDENCE;
  ims_status status = tell_subject(scope, rule, passage, &r);
  if (!status) {
    const ims_request asked = { .arguments = r.arguments,
                                .argument_count = r.count,
                                .evidence = held ? scope->evidence : NULL,
                                .today = held ? scope->today : 0 };
    status = ims_diagram_draw(scope->model, diagram, &asked, &(ims_diagram_options){ .still = true },
                              (ims_diag_sink){ take_reason, &why }, ims_sink_memory(svg));
  }
  ims_memory_free(&r.list);
  if (status == IMS_NOMEM || why.status)
    return IMS_NOMEM;
  if (!status)
    return describe(scope, rule, diagram, passage, words);
  ims_memory_free(svg);
  return words->size ? IMS_OK : page_add(words, "This cannot be drawn.");
}
