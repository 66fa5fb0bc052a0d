/* Which demands a layer has: sets of them, put together with +, - and &. */

#include "base/try.h"
#include "diagram/coverage_internal.h"
#include "query/reference.h"

#include <string.h>

/* A layer is read anew for each demand: what is asked is whether it is in the set. */
typedef struct reading {
  const imsi_mosaic *m;
  imsi_reporter *reporter;
  const imsi_standing *demand; /* NULL: only whether the text is one */
  const char *at;
  unsigned depth;
} reading;

enum { DEEPEST = 64, LONGEST = 128 };

static ims_status bad(const reading *r)
{
  return imsi_picture_bad(r->reporter, "a layer is sets with ' + ', ' - ' and ' & ' between them, and parentheses: "
                                       "states, want, have, requirement, control, clauses such as 27001/A.5");
}

static void skip(reading *r)
{
  while (*r->at == ' ')
    r->at++;
}

static bool take(reading *r, char symbol)
{
  skip(r);
  if (*r->at != symbol)
    return false;
  r->at++;
  return true;
}

/* ---- a set by its name ---- */

static bool is_named(const reading *r, const char *name, bool *in)
{
  const imsi_shown *shown = r->demand ? &r->demand->shown : NULL;
  const bool control = shown && ims_node_force(r->m->model, shown->demand) == IMS_CONTROL;
  for (int s = 0; s < IMSI_STATE_COUNT; s++)
    if (strcmp(name, imsi_state_name((imsi_state)s)) == 0) {
      *in = shown && shown->state == (imsi_state)s;
      return true;
    }
  const struct {
    const char *name;
    bool in;
  } sets[] = {
    { "want", shown && imsi_state_counts(shown->state) },
    { "have", shown && shown->state == IMSI_STATE_EVIDENCED },
    { "requirement", shown && !control },
    { "control", control },
  };
  for (size_t i = 0; i < sizeof sets / sizeof *sets; i++)
    if (strcmp(name, sets[i].name) == 0) {
      *in = sets[i].in;
      return true;
    }
  return false;
}

/* A clause, or an edition: of what is neither, nobody knows what was meant. */
static ims_status find_place(const reading *r, const char *name, const ims_edition **edition, ims_node *node)
{
  if (strchr(name, '/'))
    return imsi_reference_any(r->m->model, r->m->held.given, name, r->reporter, edition, node);
  imsi_reporter nobody;
  imsi_reporter_init(&nobody, (ims_diag_sink){ NULL, NULL });
  const ims_status status = imsi_reference_any(r->m->model, r->m->held.given, name, &nobody, edition, node);
  imsi_reporter_free(&nobody);
  return status == IMS_NOT_FOUND ? bad(r) : status;
}

static ims_status read_name(reading *r, bool *in)
{
  char name[LONGEST];
  const size_t size = strcspn(r->at, " ()+&");
  if (!size || size >= sizeof name)
    return bad(r);
  memcpy(name, r->at, size);
  name[size] = '\0';
  r->at += size;
  if (is_named(r, name, in))
    return IMS_OK;
  const ims_edition *edition;
  ims_node node;
  IMS_TRY(find_place(r, name, &edition, &node));
  if (!r->demand)
    return IMS_OK;
  const ims_node demand = r->demand->shown.demand;
  *in = node.index == IMS_NO_NODE ? ims_node_edition(r->m->model, demand) == edition
                                  : ims_node_is_in(r->m->model, demand, node);
  return IMS_OK;
}

/* ---- put together ---- */

static ims_status read_sum(reading *r, bool *in);

static ims_status read_factor(reading *r, bool *in)
{
  skip(r);
  if (!take(r, '('))
    return read_name(r, in);
  if (++r->depth > DEEPEST)
    return bad(r);
  IMS_TRY(read_sum(r, in));
  r->depth--;
  return take(r, ')') ? IMS_OK : bad(r);
}

static ims_status read_product(reading *r, bool *in)
{
  IMS_TRY(read_factor(r, in));
  while (take(r, '&')) {
    bool other = false;
    IMS_TRY(read_factor(r, &other));
    *in = *in && other;
  }
  return IMS_OK;
}

static ims_status read_sum(reading *r, bool *in)
{
  IMS_TRY(read_product(r, in));
  for (;;) {
    const bool plus = take(r, '+');
    bool other = false;
    if (!plus && !take(r, '-'))
      return IMS_OK;
    IMS_TRY(read_product(r, &other));
    *in = plus ? *in || other : *in && !other;
  }
}

static ims_status read_layer(const imsi_mosaic *m, imsi_reporter *reporter, const imsi_standing *demand, bool *in)
{
  reading r = { .m = m, .reporter = reporter, .demand = demand, .at = m->layer };
  IMS_TRY(read_sum(&r, in));
  skip(&r);
  return *r.at ? bad(&r) : IMS_OK;
}

ims_status imsi_mosaic_take_layer(imsi_mosaic *m, imsi_reporter *reporter)
{
  bool in = false;
  IMS_TRY(read_layer(m, reporter, NULL, &in)); /* what is wrong with it is said where nothing is left to draw, too */
  for (size_t i = 0; i < m->demands.count; i++) {
    imsi_standing *standing = &IMSI_AT(imsi_standing, &m->demands, i);
    IMS_TRY(read_layer(m, reporter, standing, &in));
    standing->outside = !in;
  }
  return IMS_OK;
}
