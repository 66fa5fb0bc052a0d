/** What the files of `show` share: the work in hand, and a fact as a row of either form. */
#ifndef IMSI_SHOW_INTERNAL_H
#define IMSI_SHOW_INTERNAL_H

#include "base/diag.h"
#include "query/table.h"
#include "query/words.h"
#include "report/common.h"

/** What a run works with. */
typedef struct imsi_show {
  const ims_model *model;
  imsi_closure *closure;
  imsi_table *table;
  ims_node node;              /**< what is shown */
  bool wide;                  /**< sections and short references, else a fact a row */
  bool words;                 /**< the wide form tells everything */
  const char *section;        /**< a line that comes before the next row; NULL: none */
  const ims_edition *edition; /**< named in that line; NULL: none */
} imsi_show;

/** A fact. What is zero is left out. */
typedef struct imsi_show_fact {
  const char *kind;
  const ims_node *node;     /**< what is told, with reference, own words and force */
  bool full;                /**< of any edition: its reference names it */
  const char *reference;    /**< or a reference that is no node's */
  const char *text;         /**< instead of the node's own words */
  const char *relation;     /**< symbol */
  const char *force;        /**< instead of the node's */
  const imsi_strbuf *brief; /**< detail that every form tells */
  const imsi_strbuf *more;  /**< detail that the wide form tells with words only */
  const char *note;         /**< what was said to it, told with `more` */
  const ims_node *of;       /**< the part of the node shown that it is said of, if not the whole */
  const imsi_words *words;  /**< what a pair means */
  const char *basis;
  const imsi_strbuf *places;
  bool heading;
} imsi_show_fact;

/** The columns of the long form: of a node, and of an edition. */
extern const ims_columns imsi_show_node_form;
extern const ims_columns imsi_show_edition_form;

/** Starts the table of a node. */
void imsi_show_begin(imsi_show *s);

/** Begins a section of the wide form: `title` and, unless NULL, an edition. It has a line only if a row follows. */
void imsi_show_section(imsi_show *s, const char *title, const ims_edition *edition);

/** Adds a row. */
void imsi_show_add(imsi_show *s, const imsi_show_fact *fact);

/** As above; the place is that of a single statement. */
void imsi_show_add_at(imsi_show *s, imsi_show_fact fact, ims_pos pos);

/** Appends ", key value"; nothing for an empty value. The first of a text has no comma. */
void imsi_show_detail(imsi_strbuf *out, const char *key, const char *value);

/** Appends ", key 0.85"; nothing for a negative number. */
void imsi_show_share(imsi_strbuf *out, const char *key, int thousandths);

/** What a node asks: itself, its notes and duties, and all that is in it. */
void imsi_show_tree(imsi_show *s);

/** Counterparts and verdicts, edition by edition; then what is easily confused with it. IMS_NOMEM. */
ims_status imsi_show_links(imsi_show *s);

/** Guidance, topics and checks. */
void imsi_show_context(imsi_show *s);

/** The clauses of an edition. Returns as ims_report.run. */
ims_status imsi_show_edition(const ims_model *model, const ims_edition *edition, ims_table **finished);

#endif
