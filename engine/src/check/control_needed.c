/* T14: the Statement of Applicability leaves out a control whose subject another system works with. Controls and the
   clauses of the other system are the members of the check; a topic that both belong to makes a pair of them. */

#include "check/registry.h"

/* The topic that has both among its members; NULL if there is none. */
static const ims_topic *common_topic(const imsi_check_run *run, ims_node a, ims_node b)
{
  for (size_t i = 0; i < ims_topic_count(run->model); i++) {
    const ims_topic *topic = ims_topic_at(run->model, i);
    bool has_a = false, has_b = false;
    for (size_t k = 0; k < topic->member_count; k++) {
      has_a = has_a || ims_node_is_in(run->model, a, topic->members[k]);
      has_b = has_b || ims_node_is_in(run->model, b, topic->members[k]);
    }
    if (has_a && has_b)
      return topic;
  }
  return NULL;
}

/* What is to be said, depending on what is known of the two. */
static const char *told(const imsi_check_run *run, ims_node control, ims_node clause)
{
  return ims_relation_overlaps(imsi_closure_relation(run->closure, control, clause))
             ? "%1 is left out of %2; %3, and asks some of the same"
             : "%1 is left out of %2; %3; that it asks any of the same is not shown";
}

/* "20000-1:2018/8.5.1 (Change management) has the same subject, Changes" */
static const char *name_subject(imsi_check_run *run, ims_node clause, const ims_topic *topic)
{
  imsi_check_begin(run);
  imsi_strbuf_text(&run->text, imsi_check_titled(run, clause));
  imsi_strbuf_text(&run->text, " has the same subject, ");
  imsi_strbuf_text(&run->text, topic->title);
  return imsi_check_text(run);
}

static const char *reason_of(const imsi_check_run *run, ims_entry line)
{
  const char *out = imsi_check_field(run, line, IMS_FIELD_REASON_OUT);
  return *out ? out : imsi_check_field(run, line, IMS_FIELD_REASON);
}

static void look(imsi_check_run *run, ims_entry line, ims_node control, const ims_system *isms, const ims_system *other)
{
  for (size_t i = 0; i < run->check->member_count; i++) {
    const ims_node clause = run->check->members[i];
    if (ims_node_edition(run->model, clause) != other->edition ||
        ims_node_force(run->model, clause) != IMS_REQUIREMENT ||
        imsi_check_left_out(run, other, clause).index != IMS_NO_ENTRY)
      continue;
    const ims_topic *topic = common_topic(run, control, clause);
    if (!topic)
      continue;
    imsi_spot spot = imsi_spot_of(run, line, IMS_FIELD_APPLICABLE);
    spot.node = clause;
    spot.systems = (ims_systems)1 << isms->index | (ims_systems)1 << other->index;
    const char *reason = reason_of(run, line);
    imsi_check_find(run, &spot, told(run, control, clause),
                    *reason ? "look whether the reason given, '%4', goes with that; nobody is obliged to include the "
                              "control"
                            : "ask for the reason; nobody is obliged to include the control",
                    IMSI_ARGS(imsi_check_titled(run, control), isms->id, name_subject(run, clause, topic), reason));
  }
}

static void look_at_pair(imsi_check_run *run, const ims_system *isms, const ims_system *other)
{
  const ims_systems both = (ims_systems)1 << isms->index | (ims_systems)1 << other->index;
  const imsi_meeting meeting = imsi_check_scopes(run, isms, other);
  if (meeting == IMSI_SCOPES_UNKNOWN)
    imsi_check_skip(run, both, "whether the scopes of %1 and %2 overlap is not known: list sites, units or services",
                    IMSI_ARGS(isms->id, other->id));
  for (size_t i = 0; meeting == IMSI_SCOPES_MEET && i < run->check->member_count; i++) {
    const ims_node control = run->check->members[i];
    if (ims_node_edition(run->model, control) != isms->edition || !imsi_is_control(run->model, control))
      continue;
    const ims_entry line = imsi_evidence_control(run->evidence, isms->index, control);
    if (line.index != IMS_NO_ENTRY && ims_entry_word(run->given, line, IMS_FIELD_APPLICABLE) == IMS_APPLICABLE_NO)
      look(run, line, control, isms, other);
  }
}

/* True if the check has a control, or a requirement, of the edition among its members. */
static bool has_member(const imsi_check_run *run, const ims_edition *edition, bool control)
{
  for (size_t i = 0; i < run->check->member_count; i++)
    if (ims_node_edition(run->model, run->check->members[i]) == edition &&
        imsi_is_control(run->model, run->check->members[i]) == control)
      return true;
  return false;
}

static ims_status run_check(imsi_check_run *run)
{
  size_t count;
  const ims_system *systems = ims_register_systems(run->given, &count);
  if (!ims_register_count(run->given, IMS_ENTRY_CONTROL)) {
    imsi_check_skip(run, 0, "the register has no Statement of Applicability", IMSI_ARGS(NULL));
    return IMS_OK;
  }
  for (size_t i = 0; i < count; i++)
    for (size_t k = 0; k < count; k++)
      if (i != k && has_member(run, systems[i].edition, true) && !has_member(run, systems[k].edition, true) &&
          has_member(run, systems[k].edition, false))
        look_at_pair(run, &systems[i], &systems[k]);
  return IMS_OK;
}

const imsi_check imsi_check_control_needed = { .id = "T14", .run = run_check };
