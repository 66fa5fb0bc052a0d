/* T04: the clause exists and is about something else. A document whose title names a topic, and that claims no clause
   of the topic in an edition that has some, but one of another topic, is doubted. Titles in other languages say nothing
   to this question. */

#include "base/try.h"
#include "base/words.h"
#include "query/claim_doubts.h"

/* Words that say what kind of document it is, or that stand in every other title: they name no subject. */
static const char kinds_of_documents[] =
    "plan policy policies procedure process record report requirement control management system service information";

/* True if it says something of the subject, and no other topic has the word in its title. */
static bool is_distinctive(const ims_model *model, size_t topic, imsi_word word)
{
  if (imsi_word_in(kinds_of_documents, word))
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

/* True if the title has a word that only this topic has in its own. */
static bool names_topic(const imsi_vec *namings, const char *title, size_t topic)
{
  for (size_t i = 0; i < namings->count; i++)
    if (IMSI_AT(const naming, namings, i).topic == topic && imsi_word_in(title, IMSI_AT(const naming, namings, i).word))
      return true;
  return false;
}

static bool has_member(const ims_model *model, const ims_topic *topic, ims_node node)
{
  for (size_t i = 0; i < topic->member_count; i++)
    if (ims_node_is_in(model, node, topic->members[i]) || ims_node_is_in(model, topic->members[i], node))
      return true;
  return false;
}

/* True if a claim of the document names a clause of the topic in that edition. */
static bool claims_topic(const ims_model *model, const ims_register *given, ims_entry document, const ims_topic *topic,
                         const ims_edition *edition)
{
  size_t count;
  const ims_claim *claims = ims_entry_claims(given, document, &count);
  for (size_t i = 0; i < count; i++)
    if (claims[i].edition == edition && claims[i].node.index != IMS_NO_NODE && has_member(model, topic, claims[i].node))
      return true;
  return false;
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

/* True if the text has a word of the title that says something of the subject. */
static bool shares_word(const char *title, const char *text)
{
  imsi_word word;
  while (imsi_word_next(&text, &word))
    if (imsi_word_in(title, word) && !imsi_word_in(kinds_of_documents, word))
      return true;
  return false;
}

/* A clause may be cited by a document on any subject unless it has a subject of its own, which the title does not name:
   then neither its title nor its own words share a word with it, and the topics that it belongs to are others. */
static bool is_about_something_else(const ims_model *model, const imsi_vec *namings, const char *title, ims_node node)
{
  bool any = false;
  if (shares_word(title, ims_node_get(model, ims_node_clause(model, node)).text))
    return false;
  for (uint32_t i = node.index; i < ims_node_count(model) && ims_node_is_in(model, (ims_node){ i }, node); i++)
    if (shares_word(title, ims_node_get(model, (ims_node){ i }).text))
      return false;
  for (size_t i = 0; i < ims_topic_count(model); i++) {
    if (!has_member(model, ims_topic_at(model, i), node))
      continue;
    any = true;
    if (names_topic(namings, title, i))
      return false;
  }
  return any;
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

static ims_status look(const ims_model *model, const ims_register *given, const imsi_vec *namings,
                       const ims_claim *claim, const ims_topic *topic, imsi_claim_doubt *doubt, imsi_vec *doubts)
{
  const char *title = ims_entry_text(given, claim->entry, IMS_FIELD_TITLE);
  if (!claim->edition || claim->node.index == IMS_NO_NODE ||
      claims_topic(model, given, claim->entry, topic, claim->edition))
    return IMS_OK;
  doubt->claim = (uint32_t)(claim - ims_claim_at(given, 0));
  doubt->cited = claim->node;
  doubt->fits = clause_of_topic(model, topic, claim->edition, title);
  if (doubt->fits.index == IMS_NO_NODE || !is_about_something_else(model, namings, title, claim->node))
    return IMS_OK;
  return imsi_vec_push(doubts, doubt);
}

static ims_status find(const ims_model *model, const ims_register *given, const imsi_vec *namings,
                       const ims_check *check, imsi_vec *doubts)
{
  imsi_claim_doubt doubt = { .check = check, .about = "" };
  for (size_t i = 0; i < ims_register_count(given, IMS_ENTRY_DOCUMENT); i++) {
    size_t count;
    const ims_entry document = ims_register_entry(given, IMS_ENTRY_DOCUMENT, i);
    const ims_claim *claims = ims_entry_claims(given, document, &count);
    const size_t topic = count ? topic_of(namings, ims_entry_text(given, document, IMS_FIELD_TITLE)) : SIZE_MAX;
    for (size_t k = 0; topic != SIZE_MAX && k < count; k++)
      IMS_TRY(look(model, given, namings, &claims[k], ims_topic_at(model, topic), &doubt, doubts));
  }
  return IMS_OK;
}

ims_status imsi_claim_doubts_subject(const ims_model *model, const ims_register *given, const ims_check *check,
                                     imsi_vec *doubts)
{
  imsi_vec namings = IMSI_VEC(naming);
  ims_status status = collect(model, &namings);
  if (!status)
    status = find(model, given, &namings, check, doubts);
  imsi_vec_free(&namings);
  return status;
}
