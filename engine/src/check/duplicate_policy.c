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

/* A rule of one system that is in force. */
static bool is_candidate(const imsi_check_run *run, ims_entry document)
{
  return imsi_check_count(ims_entry_systems(run->given, document)) == 1 && !imsi_check_is_record(run, document) &&
         !imsi_check_is_obsolete(run, document);
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

/* The first topic on which both are, and on which one document is usual. */
static void look_at_pair(imsi_check_run *run, ims_entry a, ims_entry b)
{
  if (ims_entry_systems(run->given, a) == ims_entry_systems(run->given, b))
    return;
  for (size_t i = 0; i < ims_topic_count(run->model); i++) {
    const ims_topic *topic = ims_topic_at(run->model, i);
    if (topic->verdict == IMS_TOPIC_SEPARATE || !is_on_topic(run, a, topic) || !is_on_topic(run, b, topic))
      continue;
    look(run, a, b, topic);
    return;
  }
}

static ims_status run_check(imsi_check_run *run)
{
  ims_entry a, b;
  if (!ims_topic_count(run->model))
    imsi_check_skip(run, 0, "the data list no topics", IMSI_ARGS(NULL));
  for (size_t i = 0; imsi_check_next(run, IMS_ENTRY_DOCUMENT, &i, &a);)
    for (size_t k = i; is_candidate(run, a) && imsi_check_next(run, IMS_ENTRY_DOCUMENT, &k, &b);)
      if (is_candidate(run, b))
        look_at_pair(run, a, b);
  return IMS_OK;
}

const imsi_check imsi_check_duplicate_policy = { .id = "T31", .run = run_check };
