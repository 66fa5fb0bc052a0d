/* What each of two standards is: its facts, its profile, and what may be held against whom. */

#include "ims/catalogue.h"
#include "report/compare_internal.h"

static const char *const aspect_titles[IMS_ASPECT_COUNT] = {
  [IMS_ASPECT_SCOPE] = "Scope",
  [IMS_ASPECT_INDUSTRIES] = "Industries",
  [IMS_ASPECT_NATURE] = "Nature",
  [IMS_ASPECT_CRITERION] = "What is a criterion",
  [IMS_ASPECT_FOCUS] = "Focus",
  [IMS_ASPECT_PRINCIPLES] = "Principles",
  [IMS_ASPECT_ORGANIZATIONS] = "Organizations: certification",
  [IMS_ASPECT_PERSONS] = "Persons: qualification",
  [IMS_ASPECT_TESTED] = "What is tested, and how",
  [IMS_ASPECT_CONSEQUENCES] = "Consequences",
  [IMS_ASPECT_BENEFITS] = "Benefits",
  [IMS_ASPECT_TIME] = "Time to implement, as reported",
  [IMS_ASPECT_AUDIENCE] = "Audience",
  [IMS_ASPECT_INTEGRATION] = "With other standards",
};

static imsi_compare_side plain(const char *text)
{
  return (imsi_compare_side){ .text = *text ? text : NULL };
}

static void add_facts(imsi_compare *c)
{
  const imsi_compare_side kind_a = plain(ims_edition_kind_name(c->a->kind)),
                          kind_b = plain(ims_edition_kind_name(c->b->kind));
  const imsi_compare_side status_a = plain(ims_edition_status_name(c->a->status)),
                          status_b = plain(ims_edition_status_name(c->b->status));
  const imsi_compare_side published_a = plain(c->a->published), published_b = plain(c->b->published);
  const imsi_compare_side gist_a = plain(c->a->gist), gist_b = plain(c->b->gist);
  imsi_compare_row(c, "kind", "Kind", &kind_a, &kind_b);
  imsi_compare_row(c, "status", "Status", &status_a, &status_b);
  imsi_compare_row(c, "published", "Published", &published_a, &published_b);
  imsi_compare_row(c, "gist", "What it is for", &gist_a, &gist_b);
}

static imsi_compare_side aspect_of(const ims_profile *profile, ims_aspect_name name)
{
  for (size_t i = 0; profile && i < profile->aspect_count; i++) {
    const ims_aspect *aspect = &profile->aspects[i];
    if (aspect->name == name)
      return (imsi_compare_side){ .text = aspect->text,
                                  .basis = aspect->said.basis,
                                  .standing = aspect->said.standing,
                                  .confidence = aspect->said.confidence,
                                  .pos = aspect->pos };
  }
  return (imsi_compare_side){ 0 };
}

static void note_missing(imsi_compare *c, const ims_edition *edition)
{
  imsi_strbuf text = { 0 };
  imsi_strbuf_text(&text, "No profile of ");
  imsi_strbuf_text(&text, edition->id);
  imsi_strbuf_text(&text, " is loaded: what it is like is unknown here.");
  imsi_table_note_text(c->table, &text);
  imsi_strbuf_free(&text);
}

void imsi_compare_profiles(imsi_compare *c)
{
  const ims_profile *a = ims_profile_find(c->model, c->a), *b = ims_profile_find(c->model, c->b);
  imsi_compare_part(c, "profile", "What they are");
  add_facts(c);
  for (int name = IMS_ASPECT_UNSAID + 1; name < IMS_ASPECT_COUNT; name++) {
    const imsi_compare_side of_a = aspect_of(a, (ims_aspect_name)name), of_b = aspect_of(b, (ims_aspect_name)name);
    imsi_compare_row(c, ims_aspect_name_name((ims_aspect_name)name), aspect_titles[name], &of_a, &of_b);
  }
  if (!a)
    note_missing(c, c->a);
  if (!b)
    note_missing(c, c->b);
}

/* ---- criterion ---- */

static bool has_controls(const ims_model *model, const ims_edition *edition)
{
  for (uint32_t i = 0; i < edition->count; i++)
    if (ims_node_force(model, (ims_node){ edition->first.index + i }) == IMS_CONTROL)
      return true;
  return false;
}

static const char *criterion(const ims_model *model, const ims_edition *edition)
{
  switch (edition->kind) {
  case IMS_EDITION_REQUIREMENTS:
    return has_controls(model, edition)
               ? "yes: its requirements, and the controls that the Statement of Applicability includes"
               : "yes: its requirements";
  case IMS_EDITION_OWN:
    return "yes: once the organization has bound itself";
  case IMS_EDITION_BODY:
    return "for the certification body only";
  case IMS_EDITION_GUIDANCE:
  case IMS_EDITION_VOCABULARY:
  case IMS_EDITION_FRAMEWORK:
    return "no, never: it demands nothing";
  case IMS_EDITION_STRUCTURE:
    return "no: it binds through a standard that takes it over";
  case IMS_EDITION_KIND_UNSAID:
    break;
  }
  return "unknown: the data do not say what kind of standard it is";
}

/* Clauses of `of` that something in `by` explains. */
static size_t count_explained(const ims_model *model, const ims_edition *of, const ims_edition *by)
{
  size_t count = 0;
  for (uint32_t i = 0; i < of->count; i++) {
    const ims_node node = { of->first.index + i };
    size_t rows;
    const uint32_t *guidance = ims_node_guidance(model, node, true, &rows);
    for (size_t k = 0; k < rows; k++)
      if (ims_node_edition(model, ims_guidance_at(model, guidance[k]).source) == by) {
        count++;
        break;
      }
  }
  return count;
}

static imsi_compare_side explained(const ims_model *model, const ims_edition *of, const ims_edition *by,
                                   imsi_strbuf *text)
{
  const size_t count = count_explained(model, of, by);
  imsi_compare_side side = { .count = count, .counted = true };
  if (!count)
    return side;
  imsi_strbuf_number(text, count);
  imsi_strbuf_text(text, count == 1 ? " of its clauses is explained by " : " of its clauses are explained by ");
  imsi_strbuf_text(text, by->name);
  side.text = imsi_strbuf_string(text);
  return side;
}

/* Demands on an organization, not only advice to it. */
static bool demands(const ims_edition *edition)
{
  return edition->kind == IMS_EDITION_REQUIREMENTS || edition->kind == IMS_EDITION_OWN;
}

static const char *as_one_system(const ims_edition *edition, const ims_edition *other)
{
  if (!demands(edition))
    return "adds no demand to a system; it cannot be certified by itself";
  return demands(other) ? "can be met by one system together with the other: below is what they share"
                        : "the demands on the system are all from here";
}

void imsi_compare_criterion(imsi_compare *c)
{
  imsi_strbuf text_a = { 0 }, text_b = { 0 };
  imsi_compare_part(c, "criterion", "What may be held against whom");
  const imsi_compare_side a = { .text = criterion(c->model, c->a) }, b = { .text = criterion(c->model, c->b) };
  imsi_compare_row(c, "criterion", "Audit criterion", &a, &b);
  const imsi_compare_side system_a = { .text = as_one_system(c->a, c->b) },
                          system_b = { .text = as_one_system(c->b, c->a) };
  imsi_compare_row(c, "system", "As one system", &system_a, &system_b);
  const imsi_compare_side explained_a = explained(c->model, c->a, c->b, &text_a),
                          explained_b = explained(c->model, c->b, c->a, &text_b);
  imsi_compare_row(c, "explained", "Guidance", &explained_a, &explained_b);
  /* text that could not be made would be missing without a trace */
  if (text_a.status || text_b.status)
    imsi_table_note_text(c->table, text_a.status ? &text_a : &text_b);
  imsi_strbuf_free(&text_a);
  imsi_strbuf_free(&text_b);
}
