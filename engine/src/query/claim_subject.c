/* T04: the clause exists and is about something else. A document whose title names a topic, and that claims no clause
   of the topic in an edition that has some, but one of another topic, is doubted. Titles in other languages say nothing
   to this question. */

#include "base/try.h"
#include "base/words.h"
#include "query/claim_doubts.h"
#include "query/subjects.h"

/* True if it says something of the subject, and no other topic has the word in its title. */
static bool is_distinctive(const ims_model *model, size_t topic, imsi_word word)
{
  if (imsi_subjects_is_kind(word))
    return false;
  for (size_t i = 0; i < ims_topic_count(model); i++)
    if (i != topic && imsi_word_in(ims_topic_at(model, i)->title, word))
      return false;
  return true;
}

/* A word that only one topic has in its title. */
typedef struct naming {
  imsi_word word;
  size_t topic;
} naming;

/* All such words, in the order of topics. IMS_NOMEM. */
static ims_status collect(const ims_model *model, imsi_vec *namings)
{
  for (size_t i = 0; i < ims_topic_count(model); i++) {
    naming one = { .topic = i };
    for (const char *at = ims_topic_at(model, i)->title; imsi_word_next(&at, &one.word);)
      if (is_distinctive(model, i, one.word))
        IMS_TRY(imsi_vec_push(namings, &one));
  }
  return IMS_OK;
}

/* True if a claim of the document names a clause of the topic in that edition. */
static ims_status claims_topic(imsi_subjects *subjects, const ims_register *given, ims_entry document, size_t topic,
                               const ims_edition *edition, bool *claims_it)
{
  size_t count;
  const ims_claim *claims = ims_entry_claims(given, document, &count);
  *claims_it = false;
  for (size_t i = 0; !*claims_it && i < count; i++) {
    if (claims[i].edition != edition || claims[i].node.index == IMS_NO_NODE)
      continue;
    IMS_TRY(imsi_subjects_look(subjects, claims[i].node));
    *claims_it = imsi_subjects_is_of(subjects, claims[i].node, topic);
  }
  return IMS_OK;
}

/* The clause of the topic in that edition whose title has most to do with the topic: the first that shares a word, else
   the first of all. */
static ims_node clause_of_topic(const ims_model *model, const ims_topic *topic, const ims_edition *edition,
                                const char *title)
{
  ims_node first = { IMS_NO_NODE };
  for (size_t i = 0; i < topic->member_count; i++) {
    const ims_node member = topic->members[i];
    if (ims_node_edition(model, member) != edition)
      continue;
    imsi_word word;
    for (const char *at = title; imsi_word_next(&at, &word);)
      if (imsi_word_in(ims_node_get(model, ims_node_clause(model, member)).text, word))
        return member;
    first = first.index == IMS_NO_NODE ? member : first;
  }
  return first;
}

/* The only topic that the title names; SIZE_MAX if there is none or several: then it is not judged. */
static size_t topic_of(const imsi_vec *namings, const char *title)
{
  size_t found = SIZE_MAX;
  for (imsi_word word; imsi_word_next(&title, &word);)
    for (size_t i = 0; i < namings->count; i++) {
      const naming *one = &IMSI_AT(const naming, namings, i);
      if (one->topic == found || !imsi_word_same(word, one->word))
        continue;
      if (found != SIZE_MAX)
        return SIZE_MAX;
      found = one->topic;
    }
  return found;
}

/* A clause may be cited by a document on any subject unless it has a subject of its own, which the title does not name:
   then neither its title nor its own words share a word with it, and the topics that it belongs to are others. */
static ims_status look(imsi_subjects *subjects, const ims_register *given, const ims_claim *claim, size_t topic,
                       imsi_claim_doubt *doubt, imsi_vec *doubts)
{
  const char *title = ims_entry_text(given, claim->entry, IMS_FIELD_TITLE);
  bool fits;
  if (!claim->edition || claim->node.index == IMS_NO_NODE)
    return IMS_OK;
  IMS_TRY(imsi_subjects_look(subjects, claim->node));
  if (!imsi_subjects_has_topic(subjects, claim->node) || imsi_subjects_share(subjects, title, claim->node))
    return IMS_OK;
  IMS_TRY(claims_topic(subjects, given, claim->entry, topic, claim->edition, &fits));
  doubt->claim = (uint32_t)(claim - ims_claim_at(given, 0));
  doubt->cited = claim->node;
  doubt->fits = clause_of_topic(subjects->model, ims_topic_at(subjects->model, topic), claim->edition, title);
  return fits || doubt->fits.index == IMS_NO_NODE ? IMS_OK : imsi_vec_push(doubts, doubt);
}

static ims_status find(imsi_subjects *subjects, const ims_register *given, const imsi_vec *namings,
                       const ims_check *check, imsi_vec *doubts)
{
  imsi_claim_doubt doubt = { .check = check, .about = "" };
  for (size_t i = 0; i < ims_register_count(given, IMS_ENTRY_DOCUMENT); i++) {
    size_t count;
    const ims_entry document = ims_register_entry(given, IMS_ENTRY_DOCUMENT, i);
    const ims_claim *claims = ims_entry_claims(given, document, &count);
    const size_t topic = count ? topic_of(namings, ims_entry_text(given, document, IMS_FIELD_TITLE)) : SIZE_MAX;
    for (size_t k = 0; topic != SIZE_MAX && k < count; k++)
      IMS_TRY(look(subjects, given, &claims[k], topic, &doubt, doubts));
  }
  return IMS_OK;
}

ims_status imsi_claim_doubts_subject(const ims_model *model, const ims_register *given, const ims_check *check,
                                     imsi_vec *doubts)
{
  imsi_vec namings = IMSI_VEC(naming);
  imsi_subjects subjects;
  ims_status status = imsi_subjects_init(&subjects, model);
  if (!status)
    status = collect(model, &namings);
  if (!status)
    status = find(&subjects, given, &namings, check, doubts);
  imsi_vec_free(&namings);
  imsi_subjects_free(&subjects);
  return status;
}
