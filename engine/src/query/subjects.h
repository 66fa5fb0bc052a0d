/** What clauses speak of, kept for whoever holds many titles against them: their words, and the topics they are of. */
#ifndef IMSI_SUBJECTS_H
#define IMSI_SUBJECTS_H

#include "base/vec.h"
#include "base/words.h"
#include "ims/catalogue.h"

#include <stdbool.h>

/** Initialise with imsi_subjects_init. A node is looked at when it is first asked for. */
typedef struct imsi_subjects {
  const ims_model *model;
  struct imsi_subject *nodes; /**< by node */
  imsi_vec words;             /**< of imsi_word, those of a node together */
  imsi_vec topics;            /**< of bool, those of a node together, by topic */
} imsi_subjects;

/** IMS_NOMEM; free it in any case. Cost: O(nodes). */
ims_status imsi_subjects_init(imsi_subjects *subjects, const ims_model *model);
void imsi_subjects_free(imsi_subjects *subjects);

/** Looks at a node, once. IMS_NOMEM. The questions below are for nodes that were looked at. Cost: O(words in it +
    members of topics). */
ims_status imsi_subjects_look(imsi_subjects *subjects, ims_node node);

/** True if a title has a word of the title of the node's clause, or of the own words of the node or of what is in it.
    Words that tell kinds of documents do not count. Cost: O(words of the one * words of the other). */
bool imsi_subjects_share(const imsi_subjects *subjects, const char *title, ims_node node);

/** True if the node is a member of the topic, is in one, or has one in it. */
bool imsi_subjects_is_of(const imsi_subjects *subjects, ims_node node, size_t topic);

/** True if it is of any topic. */
bool imsi_subjects_has_topic(const imsi_subjects *subjects, ims_node node);

/** True if the word says what kind of document it is, or stands in every other title: it names no subject. */
bool imsi_subjects_is_kind(imsi_word word);

#endif
