/** What clauses and topics look like to whoever looks for their words in titles. */
#ifndef IMSI_SUGGESTION_INTERNAL_H
#define IMSI_SUGGESTION_INTERNAL_H

#include "query/suggestion.h"
#include "query/title_words.h"

/** The words of a topic and of its members. */
typedef struct imsi_topic_words {
  imsi_word_list words;
  imsi_word_list *members;
} imsi_topic_words;

/** A text of a clause: its title, or something that it wants documented. */
typedef struct imsi_clause_text {
  ims_node clause;
  const char *const *words; /**< what is peculiar in it */
  int *weights;             /**< of each: the rarer, the more */
  size_t count;
  int weight; /**< of all */
} imsi_clause_text;

/** Appends the texts of the clauses of the editions that can be proposed; `words` of one that has none are left out. */
ims_status imsi_clause_texts(const ims_model *model, const imsi_suggestion_request *request, imsi_arena *arena,
                             imsi_vec *texts);

/** Finds the words of a text that a title has; none if they are too few to mean anything.
    @param found  Gets them, const char *, appended. IMS_OK or IMS_NOMEM. */
ims_status imsi_clause_text_find(const imsi_clause_text *text, const imsi_vec *title, imsi_vec *found);

#endif
