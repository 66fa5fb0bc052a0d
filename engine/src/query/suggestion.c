#include "query/suggestion.h"

#include "base/strbuf.h"
#include "base/try.h"
#include "query/suggestion_internal.h"

#include <stdlib.h>
#include <string.h>

/* Scores, in thousandths. The words of a topic were chosen for it; those of a clause's title only happen to be there.
 */
enum {
  BY_TOPIC = 600,
  BY_MEMBER = 50, /* more, if the member has words of its own */
  BY_TITLE = 550,
  EACH_MORE = 50,
  MOST_MORE = 2,
  BOTH = 150,
  OTHER_KIND = 200, /* less, where only the other kind of documented information is wanted */
  MOST = 950
};

typedef struct suggesting {
  const ims_model *model;
  const ims_register *evidence;
  const imsi_suggestion_request *request;
  imsi_suggestions *out;
  imsi_vec topics; /* of imsi_topic_words, as the topics of the model */
  imsi_vec texts;  /* of imsi_clause_text */
  imsi_vec title;  /* of const char *: words of the document */
  imsi_vec found;  /* of const char * */
  imsi_vec here;   /* of imsi_suggestion: for the document */
  imsi_strbuf text;
} suggesting;

static ims_status read_topics(suggesting *s)
{
  imsi_arena *arena = &s->out->arena;
  for (size_t i = 0; i < ims_topic_count(s->model); i++) {
    const ims_topic *topic = ims_topic_at(s->model, i);
    imsi_topic_words words = { .members = imsi_arena_alloc(arena, topic->member_count * sizeof *words.members) };
    if (!words.members)
      return IMS_NOMEM;
    IMS_TRY(imsi_word_list_read(arena, topic->words, &words.words));
    for (size_t k = 0; k < topic->member_count; k++)
      IMS_TRY(imsi_word_list_read(arena, topic->member_words[k], &words.members[k]));
    IMS_TRY(imsi_vec_push(&s->topics, &words));
  }
  return IMS_OK;
}

/* ---- what is asked for ---- */

static bool is_asked(const suggesting *s, const ims_edition *edition)
{
  for (size_t i = 0; i < s->request->edition_count; i++)
    if (s->request->editions[i] == edition)
      return true;
  return false;
}

/* True if the document may serve the edition: one that names systems serves theirs. */
static bool is_meant(const suggesting *s, ims_entry entry, const ims_edition *edition)
{
  if (!is_asked(s, edition) || !ims_entry_names_systems(s->evidence, entry))
    return is_asked(s, edition);
  size_t count;
  const ims_system *systems = ims_register_systems(s->evidence, &count);
  for (size_t i = 0; i < count; i++)
    if ((ims_entry_systems(s->evidence, entry) >> systems[i].index & 1) && systems[i].edition == edition)
      return true;
  return false;
}

/* ---- a proposal ---- */

static ims_status join_found(suggesting *s, const char **words)
{
  imsi_strbuf_clear(&s->text);
  for (size_t i = 0; i < s->found.count; i++) {
    imsi_strbuf_text(&s->text, s->text.size ? " " : "");
    imsi_strbuf_text(&s->text, IMSI_AT(const char *, &s->found, i));
  }
  if (s->text.status)
    return IMS_NOMEM;
  *words = imsi_arena_copy(&s->out->arena, imsi_strbuf_string(&s->text), s->text.size);
  return *words ? IMS_OK : IMS_NOMEM;
}

static imsi_suggestion *find_here(suggesting *s, ims_node clause)
{
  for (size_t i = 0; i < s->here.count; i++)
    if (IMSI_AT(imsi_suggestion, &s->here, i).clause.index == clause.index)
      return &IMSI_AT(imsi_suggestion, &s->here, i);
  return NULL;
}

static int at_most(int score)
{
  return score > MOST ? MOST : score;
}

/* Adds what `found` speaks for, or makes what is there surer. Topics are asked before titles. */
static ims_status propose(suggesting *s, ims_entry entry, ims_node clause, int score, const ims_topic *topic)
{
  imsi_suggestion *there = find_here(s, clause);
  if (!there) {
    imsi_suggestion new = { .entry = entry,
                            .clause = clause,
                            .edition = ims_node_edition(s->model, clause),
                            .score = at_most(score),
                            .topic = topic,
                            .by_title = !topic };
    IMS_TRY(join_found(s, &new.words));
    return imsi_vec_push(&s->here, &new);
  }
  if (!topic && there->topic) {
    there->score = at_most(there->score + (there->by_title ? 0 : BOTH));
    there->by_title = true;
  } else if (score > there->score) {
    there->score = at_most(score);
    there->topic = topic;
    return join_found(s, &there->words);
  }
  return IMS_OK;
}

static int more_for(size_t count)
{
  return count > MOST_MORE ? MOST_MORE * EACH_MORE : count ? ((int)count - 1) * EACH_MORE : 0;
}

static ims_status ask_topics(suggesting *s, ims_entry entry)
{
  for (size_t i = 0; i < s->topics.count; i++) {
    const imsi_topic_words *words = &IMSI_AT(imsi_topic_words, &s->topics, i);
    const ims_topic *topic = ims_topic_at(s->model, i);
    s->found.count = 0;
    size_t count, own = 0;
    IMS_TRY(imsi_word_list_count(&words->words, &s->title, &s->found, &count));
    const size_t before = s->found.count;
    for (size_t k = 0; count && k < topic->member_count; k++) {
      const ims_node node = topic->members[k];
      const bool listed = words->members[k].count > 0;
      s->found.count = before;
      if (ims_node_kind_of(s->model, node) != IMS_CLAUSE || !is_meant(s, entry, ims_node_edition(s->model, node)))
        continue;
      if (listed)
        IMS_TRY(imsi_word_list_count(&words->members[k], &s->title, NULL, &own));
      if (!listed || own)
        IMS_TRY(propose(s, entry, node, BY_TOPIC + more_for(count) + (listed ? BY_MEMBER : 0) + more_for(own), topic));
    }
  }
  return IMS_OK;
}

static ims_status ask_clauses(suggesting *s, ims_entry entry)
{
  for (size_t i = 0; i < s->texts.count; i++) {
    const imsi_clause_text *text = &IMSI_AT(imsi_clause_text, &s->texts, i);
    s->found.count = 0;
    IMS_TRY(imsi_clause_text_find(text, &s->title, &s->found));
    if (s->found.count && is_meant(s, entry, ims_node_edition(s->model, text->clause)))
      IMS_TRY(propose(s, entry, text->clause, BY_TITLE + more_for(s->found.count), NULL));
  }
  return IMS_OK;
}

/* ---- what stays ---- */

/* True if the clause, or one in it, wants documented information, and all of it of the other kind. */
static bool wants_other_kind(const suggesting *s, ims_node clause, ims_duty_kind kind)
{
  const ims_edition *edition = ims_node_edition(s->model, clause);
  size_t others = 0;
  for (uint32_t i = 0; i < edition->count; i++) {
    const ims_node node = { edition->first.index + i };
    if (ims_node_kind_of(s->model, node) != IMS_PROVISION || !ims_node_is_in(s->model, node, clause))
      continue;
    size_t count;
    const ims_duty *duties = ims_node_duties(s->model, node, &count);
    for (size_t k = 0; k < count; k++) {
      if (duties[k].kind == kind)
        return false;
      others++;
    }
  }
  return others > 0;
}

/* A record does not serve where only documents are wanted. A document may describe how the record comes about, but then
   its topic says so. */
static int lower_for_kind(const suggesting *s, const imsi_suggestion *each)
{
  const int kind = ims_entry_word(s->evidence, each->entry, IMS_FIELD_KIND);
  const bool other = (kind == IMS_IS_RECORD && wants_other_kind(s, each->clause, IMS_RECORD)) ||
                     (kind == IMS_IS_DOCUMENT && !each->topic && wants_other_kind(s, each->clause, IMS_DOCUMENT));
  return other ? OTHER_KIND : 0;
}

static bool is_better_elsewhere(const suggesting *s, const imsi_suggestion *a)
{
  for (size_t i = 0; i < s->here.count; i++) {
    const imsi_suggestion *b = &IMSI_AT(imsi_suggestion, &s->here, i);
    if (a->clause.index == b->clause.index)
      continue;
    if (ims_node_is_in(s->model, a->clause, b->clause) && b->score >= a->score)
      return true;
    if (ims_node_is_in(s->model, b->clause, a->clause) && b->score > a->score)
      return true;
  }
  return false;
}

static bool concern_each_other(const suggesting *s, ims_node a, ims_node b)
{
  return ims_node_is_in(s->model, a, b) || ims_node_is_in(s->model, b, a);
}

static int compare_clauses(const void *a, const void *b)
{
  const imsi_suggestion *x = a, *y = b;
  if (x->edition != y->edition)
    return x->edition->index < y->edition->index ? -1 : 1;
  return x->clause.index < y->clause.index ? -1 : x->clause.index > y->clause.index;
}

static ims_status keep_best(suggesting *s)
{
  for (size_t i = 0; i < s->here.count; i++) {
    imsi_suggestion *each = &IMSI_AT(imsi_suggestion, &s->here, i);
    each->score -= lower_for_kind(s, each);
  }
  if (s->here.count)
    qsort(s->here.data, s->here.count, sizeof(imsi_suggestion), compare_clauses);
  for (size_t i = 0; i < s->here.count; i++) {
    const imsi_suggestion *each = &IMSI_AT(imsi_suggestion, &s->here, i);
    if (each->score >= s->request->least && !is_better_elsewhere(s, each))
      IMS_TRY(imsi_vec_push(&s->out->list, each));
  }
  return IMS_OK;
}

/* Marks what the document names already, and counts how much of that was proposed. */
static void compare_with_named(suggesting *s, ims_entry entry, size_t first)
{
  size_t count;
  const ims_claim *claims = ims_entry_claims(s->evidence, entry, &count);
  for (size_t i = 0; i < count; i++) {
    if (claims[i].node.index == IMS_NO_NODE || !is_asked(s, ims_node_edition(s->model, claims[i].node)))
      continue;
    bool again = false;
    for (size_t k = first; k < s->out->list.count; k++) {
      imsi_suggestion *each = &IMSI_AT(imsi_suggestion, &s->out->list, k);
      const bool same = concern_each_other(s, claims[i].node, each->clause);
      each->named = each->named || same;
      again = again || same;
    }
    s->out->named++;
    s->out->named_again += again;
  }
}

static ims_status suggest_for(suggesting *s, ims_entry entry)
{
  const size_t first = s->out->list.count;
  size_t claims;
  ims_entry_claims(s->evidence, entry, &claims);
  if (claims && !s->request->all)
    return IMS_OK;
  s->out->documents++;
  s->title.count = s->here.count = 0;
  IMS_TRY(imsi_title_read(&s->out->arena, ims_entry_text(s->evidence, entry, IMS_FIELD_TITLE), &s->title));
  IMS_TRY(imsi_title_read(&s->out->arena, ims_entry_text(s->evidence, entry, IMS_FIELD_TYPE), &s->title));
  IMS_TRY(ask_topics(s, entry));
  IMS_TRY(ask_clauses(s, entry));
  IMS_TRY(keep_best(s));
  compare_with_named(s, entry, first);
  s->out->silent += s->out->list.count == first;
  return IMS_OK;
}

static ims_status suggest_all(suggesting *s)
{
  IMS_TRY(read_topics(s));
  IMS_TRY(imsi_clause_texts(s->model, s->request, &s->out->arena, &s->texts));
  for (size_t i = 0; i < ims_register_count(s->evidence, IMS_ENTRY_DOCUMENT); i++)
    IMS_TRY(suggest_for(s, ims_register_entry(s->evidence, IMS_ENTRY_DOCUMENT, i)));
  return IMS_OK;
}

ims_status imsi_suggest(const ims_model *model, const ims_register *evidence, const imsi_suggestion_request *request,
                        imsi_suggestions *suggestions)
{
  suggesting s = { .model = model,
                   .evidence = evidence,
                   .request = request,
                   .out = suggestions,
                   .topics = IMSI_VEC(imsi_topic_words),
                   .texts = IMSI_VEC(imsi_clause_text),
                   .title = IMSI_VEC(const char *),
                   .found = IMSI_VEC(const char *),
                   .here = IMSI_VEC(imsi_suggestion) };
  const ims_status status = suggest_all(&s);
  imsi_vec_free(&s.topics);
  imsi_vec_free(&s.texts);
  imsi_vec_free(&s.title);
  imsi_vec_free(&s.found);
  imsi_vec_free(&s.here);
  imsi_strbuf_free(&s.text);
  return status;
}

void imsi_suggestions_free(imsi_suggestions *suggestions)
{
  imsi_vec_free(&suggestions->list);
  imsi_arena_free(&suggestions->arena);
}
