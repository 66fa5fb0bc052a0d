/** Runs of numbers, and whom they are said of; what the two halves of the machine share. */
#ifndef IMSI_CITATION_RUNS_INTERNAL_H
#define IMSI_CITATION_RUNS_INTERNAL_H

#include "read/citation_internal.h"

/** What the last standard in the text was. */
typedef enum imsi_reach { IMSI_REACH_NOTHING, IMSI_REACH_OURS, IMSI_REACH_NAMED, IMSI_REACH_OTHER } imsi_reach;

/** A reading of tokens. */
typedef struct imsi_decider {
  const imsi_citations *c;
  const imsi_citation_context *context;
  const char *text;
  size_t size;
  imsi_token *tokens; /* the last is IMSI_TOKEN_END */
  imsi_cited_sink sink;
  imsi_cited around; /* what the context says */
  imsi_reach reach;
  imsi_cited reached;
  size_t reached_in, sentence; /* numbers of sentences */
} imsi_decider;

/* What introduces a number. */
typedef struct imsi_intro {
  bool any;
  bool strong; /* a word of standards */
  bool annex;  /* Annex A */
  bool control;
  bool other; /* an annex that is not A */
} imsi_intro;

typedef struct imsi_run {
  imsi_intro intro;
  size_t start;       /* its first token, a word or a number */
  size_t first, last; /* its numbers */
} imsi_run;

typedef enum imsi_link { IMSI_LINK_NONE, IMSI_LINK_LIST, IMSI_LINK_RANGE } imsi_link;

/** What stands between a token and the next. */
imsi_gap imsi_gap_after(const imsi_decider *d, size_t token);

bool imsi_token_is_intro(imsi_token_kind kind);
bool imsi_token_is_standard(const imsi_token *token);
bool imsi_token_is_ours(const imsi_token *token);
bool imsi_token_is_foreign(const imsi_token *token);
/** A bare number of a standard may be any number: false if nothing shows what it is. */
bool imsi_token_is_meant(const imsi_decider *d, size_t at);

/** Reads words from `at` on; returns the number they introduce, or SIZE_MAX. */
size_t imsi_run_introduced(const imsi_decider *d, size_t at, imsi_intro *in);
/** How the number at `from` goes on; `*to` gets the next number. Completes that number if it is short. */
imsi_link imsi_run_goes_on(const imsi_decider *d, size_t from, imsi_intro *in, size_t *to);
/** The run that begins with the token at `start`; false if there is none. */
bool imsi_run_at(const imsi_decider *d, size_t start, imsi_run *r);

typedef enum imsi_said { IMSI_NOT_SAID, IMSI_IS_CITED, IMSI_IS_OTHER } imsi_said;

/** What a token of a standard says. */
imsi_cited imsi_cited_by(const imsi_decider *d, const imsi_token *token);
bool imsi_said_has_annex(const imsi_decider *d, uint32_t standard);
/** Whom a run is said of; `*group` is set if what follows in a list is meant too. */
imsi_said imsi_run_said(const imsi_decider *d, const imsi_run *r, imsi_cited *cited, bool *group);

#endif
