/** Clauses that a document may serve, by its title. Proposals: nothing of this counts before somebody confirms it. */
#ifndef IMSI_SUGGESTION_H
#define IMSI_SUGGESTION_H

#include "base/arena.h"
#include "base/vec.h"
#include "ims/catalogue.h"
#include "ims/register.h"

/** A document and a clause that it may serve. */
typedef struct imsi_suggestion {
  ims_entry entry;
  ims_node clause;
  const ims_edition *edition;
  int score;              /**< thousandths, 1 to 999: how much speaks for it */
  const ims_topic *topic; /**< by whose words; NULL: only by the clause's own title, or what is to be documented */
  bool by_title;          /**< the title of the clause, or what it wants documented, speaks for it (too) */
  const char *words;      /**< what counted, with blanks between; lives as long as the suggestions */
  bool named;             /**< the document names the clause, or something in it or around it, already */
} imsi_suggestion;

/** Initialise with IMSI_SUGGESTIONS. */
typedef struct imsi_suggestions {
  imsi_vec list;      /**< of imsi_suggestion: by document in the order read, then by edition and order of clauses */
  size_t documents;   /**< that were looked at */
  size_t silent;      /**< of them, those for which nothing is proposed */
  size_t named;       /**< clauses that these documents name in the editions asked for */
  size_t named_again; /**< of them, those that are proposed too */
  imsi_arena arena;
} imsi_suggestions;

#define IMSI_SUGGESTIONS ((imsi_suggestions){ .list = IMSI_VEC(imsi_suggestion) })

/** What is asked. */
typedef struct imsi_suggestion_request {
  const ims_edition *const *editions;
  size_t edition_count;
  bool all;  /**< also documents that name clauses already */
  int least; /**< score, in thousandths */
} imsi_suggestion_request;

/**
 * Proposes clauses for documents of a register.
 *
 * Two things speak for a clause: the title has words of a topic and of the member that the clause is in it; and it has
 * nearly all of what is peculiar in the title of the clause, or in what the clause wants documented. A document that
 * names systems gets clauses of their editions only. Of a clause and one in it the better one stays, the wider one of
 * equals.
 *
 * @return IMS_OK or IMS_NOMEM; `suggestions` is to be freed in any case. Cost: O(documents * (words of topics +
 *         clauses)).
 */
ims_status imsi_suggest(const ims_model *model, const ims_register *evidence, const imsi_suggestion_request *request,
                        imsi_suggestions *suggestions);

void imsi_suggestions_free(imsi_suggestions *suggestions);

#endif
