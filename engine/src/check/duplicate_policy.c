/* T31: two documents on one topic, each for one system. Comes with a proposal: what one document would have to keep. */

#include "check/registry.h"

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
  return is_rule(run, document) && imsi_check_count(ims_entry_systems(run->given, document)) == 1 &&
         !imsi_check_is_record(run, document) && !imsi_check_is_obsolete(run, document);
}

/* "approved by Miller for QMS": to be kept. */
static void add_approvers(imsi_check_run *run, ims_entry document)
{
  const char *approvers = imsi_check_field(run, document, IMS_FIELD_APPROVERS);
  const char *systems = imsi_check_systems(run, ims_entry_systems(run->given, document));
  imsi_strbuf_text(&run->text, run->text.size ? ", " : "");
  imsi_strbuf_text(&run->text, systems);
  imsi_strbuf_text(&run->text, ": ");
  imsi_strbuf_text(&run->text, *approvers ? approvers : "not named");
}

static void look(imsi_check_run *run, ims_entry a, ims_entry b, const ims_topic *topic)
{
  const bool annex = topic->verdict == IMS_MERGE_WITH_ANNEX;
  imsi_spot spot = imsi_spot_of(run, b, IMS_FIELD_TITLE);
  spot.systems |= ims_entry_systems(run->given, a);
  imsi_check_begin(run);
  add_approvers(run, a);
  add_approvers(run, b);
  const char *approvers = imsi_check_text(run);
  imsi_check_find(run, &spot, "'%1' and '%2' treat the same subject, each for one system: %3",
                  annex ? "one document with a part for each system could serve both; it has to keep what each system "
                          "asks for, and its approvals (%4)"
                        : "one document could serve both; it has to keep what each system asks for, and its approvals "
                          "(%4)",
                  IMSI_ARGS(ims_entry_name(run->given, a), ims_entry_name(run->given, b), topic->title, approvers));
}

/* True if an earlier topic has told of the two. */
static bool is_told(const imsi_check_run *run, ims_entry a, ims_entry b, size_t topic)
{
  for (size_t i = 0; i < topic; i++)
    if (ims_topic_at(run->model, i)->verdict != IMS_TOPIC_SEPARATE &&
        is_on_topic(run, a, ims_topic_at(run->model, i)) && is_on_topic(run, b, ims_topic_at(run->model, i)))
      return true;
  return false;
}

/* Each document of a topic with the first one of every other system before it. */
static void look_at_topic(imsi_check_run *run, size_t index)
{
  ims_entry first[IMS_SYSTEMS_MAX], document;
  size_t count;
  const ims_topic *topic = ims_topic_at(run->model, index);
  ims_register_systems(run->given, &count);
  for (size_t s = 0; s < count; s++)
    first[s].index = IMS_NO_ENTRY;
  for (size_t i = 0; imsi_check_next(run, IMS_ENTRY_DOCUMENT, &i, &document);) {
    if (!is_candidate(run, document) || !is_on_topic(run, document, topic))
      continue;
    for (size_t s = 0; s < count; s++)
      if (ims_entry_systems(run->given, document) >> s & 1)
        first[s] = first[s].index == IMS_NO_ENTRY ? document : first[s];
      else if (first[s].index != IMS_NO_ENTRY && !is_told(run, first[s], document, index))
        look(run, first[s], document, topic);
  }
}

static ims_status run_check(imsi_check_run *run)
{
  if (!ims_topic_count(run->model))
    imsi_check_skip(run, 0, "the data list no topics", IMSI_ARGS(NULL));
  for (size_t i = 0; i < ims_topic_count(run->model); i++)
    if (ims_topic_at(run->model, i)->verdict != IMS_TOPIC_SEPARATE)
      look_at_topic(run, i);
  return IMS_OK;
}

const imsi_check imsi_check_duplicate_policy = { .id = "T31", .run = run_check };
