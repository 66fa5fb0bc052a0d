/* Diagrams, with every allocation failing in turn: no memory, no picture, nothing kept. What cgraph and gvc allocate is
   theirs, and gvc works in a process of its own. */
#include "alloc/wrap.h"
#include "ims/diagram.h"
#include "ims/load.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* a common structure, two standards around it, a part outside of it, guidance, a topic, a transition */
static const char standards[] =
    "<imsmap version='1'>"
    "<edition id='h:1' name='H' hub='yes'><clause number='4' title='H4' force='common' provisions='all'>"
    "<provision id='1'><gist>x</gist></provision></clause></edition>"
    "<edition id='s:1' name='S' default='yes'><clause number='4' title='S4' force='requirement' provisions='all'>"
    "<provision id='1'><gist>x</gist></provision></clause><clause number='5' title='S5' force='requirement' "
    "provisions='all'><provision id='1'><gist>x</gist></provision></clause>"
    "<clause number='A' title='SA' force='control' provisions='all'><provision id='1'><gist>x</gist></provision>"
    "</clause></edition>"
    "<edition id='s:2' name='S2'><clause number='4' title='S4' force='requirement' provisions='all'>"
    "<provision id='1'><gist>x</gist></provision></clause><clause number='6' title='S6' force='requirement'/></edition>"
    "<edition id='g:1' name='G' default='yes'><clause number='1' title='G1' force='guidance'/></edition>"
    "<topic id='t' title='T' verdict='merge'><note>n</note><member edition='s:1' of='4'/><member edition='s:2' of='4'/>"
    "</topic>"
    "<mapping-set id='m' source='s:1' target='h:1'><relation source='4#1' is='equal' target='4#1'/></mapping-set>"
    "<mapping-set id='n' source='s:1' target='s:2'><relation source='4#1' is='equal' target='4#1' move='carried'/>"
    "<none target='6' move='new'/></mapping-set>"
    "<mapping-set id='g' source='g:1' target='s:1'><guidance source='1' target='4'/></mapping-set></imsmap>";

static const char given[] = "<register version='1'><system id='A' edition='s:1'/><system id='B' edition='s:2'/>"
                            "<document id='D' title='D' kind='document' clauses='s:1/4, s:2/4' systems='A, B'/>"
                            "<document id='R' title='R' kind='record' clauses='s:1/5' systems='A'/></register>";

typedef struct picture {
  const char *diagram;
  ims_argument arguments[4];
  size_t max_nodes;
  ims_status status;
} picture;

#define BOTH                                                                                                           \
  { "edition", "s:1" },                                                                                                \
  {                                                                                                                    \
    "edition", "s:2"                                                                                                   \
  }

static const picture pictures[] = {
  { "hub", { BOTH }, 0, IMS_OK },
  { "hub", { BOTH }, 1, IMS_LIMIT },
  { "hub", { { "edition", "s:1" }, { "clauses", "4" }, { "focus", "s:1/4" } }, 0, IMS_OK },
  { "hub", { { "edition", "s:1" }, { "edition", "s:1" } }, 0, IMS_INVALID },
  { "overlap", { BOTH }, 0, IMS_OK },
  { "overlap", { BOTH, { "view", "bars" } }, 0, IMS_OK },
  { "overlap", { BOTH, { "view", "clauses" } }, 0, IMS_OK },
  { "overlap", { BOTH, { "view", "bars" } }, 4, IMS_OK },
  { "overlap", { BOTH, { "clauses", "77" } }, 0, IMS_NOT_FOUND },
  { "path", { { "a", "s:2/4" }, { "b", "h/4" } }, 0, IMS_OK },
  { "path", { { "a", "s:1/5" }, { "b", "h/4" } }, 0, IMS_OK },
  { "path", { { "a", "s:1/4" }, { "b", "g/1" } }, 0, IMS_OK },
  { "topics", { { NULL, NULL } }, 0, IMS_OK },
  { "topics", { { "focus", "t" }, { "systems", "s:1,s:2" } }, 0, IMS_OK },
  { "topics", { { "focus", "x" } }, 0, IMS_NOT_FOUND },
  { "transition", { { "old", "s:1" }, { "new", "s:2" } }, 0, IMS_OK },
  { "ego", { { "reference", "s:1/4" }, { "systems", "s:2,h,g" } }, 0, IMS_OK },
  { "coverage", { { "at", "2026-11-28" }, { "layer", "(want - have) & requirement" } }, 0, IMS_OK },
  { "coverage", { { "systems", "A" }, { "clauses", "4-5" }, { "focus", "s:1/4" } }, 0, IMS_OK },
  { "coverage", { { "layer", "want -" } }, 0, IMS_INVALID },
  { "coverage", { { "systems", "C" } }, 0, IMS_NOT_FOUND },
  { "evidence", { { "at", "2026-11-28" } }, 0, IMS_OK },
  { "evidence", { { "focus", "D" } }, 0, IMS_OK },
  { "evidence", { { "clauses", "4" }, { "systems", "A" } }, 0, IMS_OK },
  { "evidence", { { NULL, NULL } }, 5, IMS_OK },
  { "evidence", { { NULL, NULL } }, 1, IMS_LIMIT },
};

static ims_model *load(void)
{
  ims_loader *loader = NULL;
  ims_model *model = NULL;
  if (!ims_loader_new(NULL, (ims_diag_sink){ NULL, NULL }, &loader) &&
      !ims_loader_memory(loader, "s.xml", standards, sizeof standards - 1))
    ims_loader_finish(loader, &model);
  ims_loader_free(loader);
  return model;
}

static ims_register *read_register(const ims_model *model)
{
  ims_register_reader *reader = NULL;
  ims_register *evidence = NULL;
  if (model && !ims_register_reader_new(model, NULL, (ims_diag_sink){ NULL, NULL }, &reader) &&
      !ims_register_reader_memory(reader, "r.xml", given, sizeof given - 1))
    ims_register_reader_finish(reader, &evidence);
  ims_register_reader_free(reader);
  return evidence;
}

static void count_error(void *context, const ims_diag *diag)
{
  *(size_t *)context += diag->severity == IMS_ERROR && diag->text && *diag->text;
}

/* One picture; false, with a message, if it does not end as it has to. */
static bool run(const ims_model *model, const ims_register *evidence, const picture *p, const char *format,
                void (*fail)(long n), long n, bool *reached)
{
  ims_request request = { .arguments = p->arguments, .today = 20261128, .evidence = evidence };
  while (request.argument_count < 4 && p->arguments[request.argument_count].name)
    request.argument_count++;
  const ims_diagram_options options = { .image = ims_image_find(format), .links = "x#", .max_nodes = p->max_nodes };
  const long before = wrap_live();
  size_t errors = 0;
  ims_memory bytes = { 0 };
  fail(n);
  const ims_status status = ims_diagram_draw(model, ims_diagram_find(p->diagram), &request, &options,
                                             (ims_diag_sink){ count_error, &errors }, ims_sink_memory(&bytes));
  *reached = wrap_count() > n;
  wrap_fail_at(-1);
  /* what is wrong with a request is wrong without memory too, and said as far as it can be */
  bool good = status == p->status || (*reached && status == IMS_NOMEM);
  if (p->status == IMS_OK)
    good = status == (*reached ? IMS_NOMEM : IMS_OK);
  good = good && errors == (status && status != IMS_NOMEM) && (bytes.size > 0) == (status == IMS_OK);
  ims_memory_free(&bytes);
  good = good && wrap_live() == before;
  if (!good)
    fprintf(stderr, "%s as %s, allocation %ld: %s, %zu errors, %ld kept\n", p->diagram, format, n,
            ims_status_text(status), errors, wrap_live() - before);
  return good;
}

static bool survives(const ims_model *model, const ims_register *evidence, const picture *p, const char *format)
{
  void (*const fails[])(long n) = { wrap_fail_at, wrap_fail_from };
  for (size_t i = 0; i < 2; i++) {
    bool reached = true;
    for (long n = 0; reached; n++)
      if (!run(model, evidence, p, format, fails[i], n, &reached))
        return false;
  }
  return true;
}

int main(void)
{
  ims_model *model = load();
  ims_register *evidence = read_register(model);
  bool good = model != NULL && evidence != NULL;
  for (size_t i = 0; evidence && i < sizeof pictures / sizeof *pictures; i++)
    if (!survives(model, evidence, &pictures[i], "dot")) {
      fprintf(stderr, "in picture %zu\n", i);
      good = false;
    }
  /* how SVG is finished: once is enough, since each attempt is a process */
  good = good && survives(model, evidence, &pictures[9], "svg");
  ims_register_free(evidence);
  ims_model_free(model);
  return good ? EXIT_SUCCESS : EXIT_FAILURE;
}
