/* T31: documents on one topic, each for one system: one finding for all of them. Comes with a proposal: what one
 * document would have to keep. */

#include "base/try.h"
#include "check/registry.h"

#include <string.h>

static bool is_in_topic(const imsi_check_run *run, const ims_topic *topic, ims_node node)
{
  for (size_t i = 0; i < topic->member_count; i++)
    if (ims_node_is_in(run->model, node, topic->members[i]))
      return true;
  return false;
}

/* True if at least half of what the document claims is in the topic. */
static bool is_on_topic(const imsi_check_run *run, ims_entry document, const ims_topic *topic)
{
  size_t count, in = 0;
  const ims_claim *claims = ims_entry_claims(run->given, document, &count);
  for (size_t i = 0; i < count; i++)
    in += claims[i].node.index != IMS_NO_NODE && is_in_topic(run, topic, claims[i].node);
  return in && 2 * in >= count;
}

/* True if the document says that it is a rule: by its type, else by its title. */
static bool is_rule(const imsi_check_run *run, ims_entry document)
{
  static const char *const kinds[] = { "policy",    "policies",   "procedure",    "guideline",           "directive",
                                       "rules",     "richtlinie", "leitlinie",    "verfahrensanweisung", "politique",
                                       "procédure", "política",   "procedimiento" };
  const char *type = imsi_check_field(run, document, IMS_FIELD_TYPE);
  const char *said = *type ? type : imsi_check_field(run, document, IMS_FIELD_TITLE);
  for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
    if (imsi_words_in(said, kinds[i]))
      return true;
  return false;
}

/* A rule of one system that is in force. */
static bool is_candidate(const imsi_check_run *run, ims_entry document)
{
  return imsi_check_count(ims_entry_systems(run->given, document)) == 1 && !imsi_check_is_record(run, document) &&
         !imsi_check_is_obsolete(run, document) && is_rule(run, document);
}

/* ---- groups ---- */

/* As they stand in the register. */
static ims_status find_candidates(const imsi_check_run *run, imsi_vec *candidates)
{
  ims_entry document;
  for (size_t i = 0; imsi_check_next(run, IMS_ENTRY_DOCUMENT, &i, &document);)
    if (is_candidate(run, document))
      IMS_TRY(imsi_vec_push(candidates, &document));
  return IMS_OK;
}

/* Those that are on a topic. */
static ims_status find_group(const imsi_check_run *run, const imsi_vec *candidates, const ims_topic *topic,
                             imsi_vec *group)
{
  for (size_t i = 0; i < candidates->count; i++)
    if (is_on_topic(run, IMSI_AT(ims_entry, candidates, i), topic))
      IMS_TRY(imsi_vec_push(group, &IMSI_AT(ims_entry, candidates, i)));
  return IMS_OK;
}

static ims_systems systems_of(const imsi_check_run *run, const imsi_vec *group)
{
  ims_systems systems = 0;
  for (size_t i = 0; i < group->count; i++)
    systems |= ims_entry_systems(run->given, IMSI_AT(ims_entry, group, i));
  return systems;
}

/* True if an earlier topic has told of all of them. */
static bool is_told(const imsi_check_run *run, const imsi_vec *group, size_t topic)
{
  for (size_t i = 0; i < topic; i++) {
    const ims_topic *earlier = ims_topic_at(run->model, i);
    bool all = earlier->verdict != IMS_TOPIC_SEPARATE;
    for (size_t k = 0; all && k < group->count; k++)
      all = is_on_topic(run, IMSI_AT(ims_entry, group, k), earlier);
    if (all)
      return true;
  }
  return false;
}

/* ---- telling ---- */

/* "'D1', 'D2' and 'D3'" */
static const char *name_group(imsi_check_run *run, const imsi_vec *group)
{
  imsi_check_begin(run);
  for (size_t i = 0; i < group->count; i++) {
    imsi_strbuf_text(&run->text, !i ? "'" : i + 1 < group->count ? "', '" : "' and '");
    imsi_strbuf_text(&run->text, ims_entry_name(run->given, IMSI_AT(ims_entry, group, i)));
  }
  imsi_strbuf_text(&run->text, "'");
  return imsi_check_text(run);
}

/* True if the approvers are already written after their system, "QMS: Miller". */
static bool names_system(const char *approvers, const char *system)
{
  const size_t size = strlen(system);
  return strncmp(approvers, system, size) == 0 && approvers[size] == ':';
}

/* "QMS: Miller, ISMS: not named": to be kept. */
static const char *name_approvers(imsi_check_run *run, const imsi_vec *group)
{
  imsi_strbuf text = { 0 };
  for (size_t i = 0; i < group->count; i++) {
    const ims_entry document = IMSI_AT(ims_entry, group, i);
    const char *approvers = imsi_check_field(run, document, IMS_FIELD_APPROVERS);
    const char *system = imsi_check_systems(run, ims_entry_systems(run->given, document));
    imsi_strbuf_text(&text, i ? ", " : "");
    if (!names_system(approvers, system)) {
      imsi_strbuf_text(&text, system);
      imsi_strbuf_text(&text, ": ");
    }
    imsi_strbuf_text(&text, *approvers ? approvers : "not named");
  }
  imsi_check_begin(run);
  imsi_strbuf_text(&run->text, imsi_strbuf_string(&text));
  imsi_check_failed(run, text.status);
  imsi_strbuf_free(&text);
  return imsi_check_text(run);
}

static void tell(imsi_check_run *run, const imsi_vec *group, const ims_topic *topic)
{
  const bool annex = topic->verdict == IMS_MERGE_WITH_ANNEX, two = group->count == 2;
  imsi_spot spot = imsi_spot_of(run, IMSI_AT(ims_entry, group, group->count - 1), IMS_FIELD_TITLE);
  spot.systems = systems_of(run, group);
  const char *names = name_group(run, group);
  const char *approvers = name_approvers(run, group);
  imsi_check_find(run, &spot, "%1 treat the same subject, each for one system: %2",
                  annex ? "one document with a part for each system could serve %3; it has to keep what each system "
                          "asks for, and its approvals (%4)"
                        : "one document could serve %3; it has to keep what each system asks for, and its approvals "
                          "(%4)",
                  IMSI_ARGS(names, topic->title, two ? "both" : "all", approvers));
}

static ims_status look_at_topic(imsi_check_run *run, const imsi_vec *candidates, size_t index)
{
  imsi_vec group = IMSI_VEC(ims_entry);
  const ims_topic *topic = ims_topic_at(run->model, index);
  const ims_status status = find_group(run, candidates, topic, &group);
  if (!status && imsi_check_count(systems_of(run, &group)) > 1 && !is_told(run, &group, index))
    tell(run, &group, topic);
  imsi_vec_free(&group);
  return status;
}

static ims_status run_check(imsi_check_run *run)
{
  if (!ims_topic_count(run->model))
    imsi_check_skip(run, 0, "the data list no topics", IMSI_ARGS(NULL));
  imsi_vec candidates = IMSI_VEC(ims_entry);
  ims_status status = find_candidates(run, &candidates);
  for (size_t i = 0; !status && i < ims_topic_count(run->model); i++)
    if (ims_topic_at(run->model, i)->verdict != IMS_TOPIC_SEPARATE)
      status = look_at_topic(run, &candidates, i);
  imsi_vec_free(&candidates);
  return status;
}

const imsi_check imsi_check_duplicate_policy = { .id = "T31", .run = run_check };
