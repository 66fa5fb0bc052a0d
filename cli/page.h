/** What goes onto the page of `report`: sections, each made of reports and of questions in SQL. */
#ifndef CLI_PAGE_H
#define CLI_PAGE_H

#include "message.h"

/** What a page is about. Initialise with page_scope_begin. */
typedef struct page_scope {
  const settings *given;
  const ims_model *model;
  const ims_register *evidence; /**< NULL: what is met is taken for granted */
  ims_day today;
  const ims_edition *editions[MOST_ARGUMENTS]; /**< in scope: what is wanted, then what is had */
  size_t edition_count;
  size_t wanted;     /**< how many of them are wanted */
  bool unknown;      /**< something was named that no edition is called */
  ims_memory want;   /**< with commas, as a report takes it */
  ims_memory have;   /**< the same; empty: nothing is named */
  ims_memory title;  /**< of the page */
  ims_memory origin; /**< the day, and what it was made from */
} page_scope;

/**
 * Finds out what the page is about.
 *
 * @return 0, or the exit status after saying what is wrong. Release it in any case.
 */
int page_scope_begin(page_scope *scope, const settings *given, const ims_model *model, const ims_register *evidence,
                     ims_day today);
void page_scope_end(page_scope *scope);

/** True if that day is over on the day that counts; false if either is not said. */
bool page_scope_is_past(const page_scope *scope, ims_day day);

/** True if the page is for that system of the register: it is among those chosen, or none is. */
bool page_scope_asks(const page_scope *scope, const ims_system *system);

/** True if a clause of an edition in scope is a control. */
bool page_scope_controls(const page_scope *scope);

/**
 * Appends a statement in which names in braces are replaced: `{gap}` and other reports by the table that answers what
 * the page asks, `{scope}` by the list of editions in scope, `{order}` by them in one text, `{systems}` by what is
 * known of the systems as rows of values.
 *
 * @return IMS_OK or IMS_NOMEM.
 */
ims_status page_scope_expand(const page_scope *scope, const char *statement, ims_memory *text);

/** Appends text. */
ims_status page_add(ims_memory *memory, const char *text);

/** When a section has something to say. */
typedef enum page_need {
  PAGE_ALWAYS,
  PAGE_REGISTER,    /**< with a register */
  PAGE_NO_REGISTER, /**< without one */
  PAGE_CONTROLS,    /**< with a register, for a standard with controls */
  PAGE_SEVERAL      /**< for two standards at least */
} page_need;

/** A part of a section: a report, or a question. */
typedef struct page_part_rule {
  page_need need;
  const char *report; /**< in its wide form; NULL: a question */
  bool standards;     /**< it wants to be told the standards in scope */
  const char *statement;
  bool if_any;          /**< nothing is shown if the answer is empty */
  ims_page_part layout; /**< how its table is shown; the table is missing */
} page_part_rule;

/** What a picture is of. */
typedef enum page_subject {
  PAGE_STANDARDS, /**< the standards in scope */
  PAGE_EVIDENCE,  /**< the register: the systems and the day that the page is for */
  PAGE_PASSAGES   /**< one picture for each standard in scope of which the edition before or after is known */
} page_subject;

/** A picture. */
typedef struct page_picture_rule {
  page_need need;
  page_subject subject;
  const char *label, *diagram; /**< passages say themselves what they are */
  const char *standards;       /**< the parameter that takes them, each or as a list */
  bool as_list;
  size_t most;      /**< how many it can show; 0: any number */
  const char *view; /**< NULL: its own choice */
} page_picture_rule;

/** A section: one const record. */
typedef struct page_section_rule {
  page_need need;
  const char *id, *title, *intro;
  bool overview;
  bool pivots; /**< the correlation, with each standard as the pivot */
  const page_picture_rule *pictures;
  size_t picture_count;
  const page_part_rule *parts;
  size_t part_count;
} page_section_rule;

/** The sections, in the order of the page. */
extern const page_section_rule *const page_sections[];
extern const size_t page_section_count;

enum { PAGE_SECTIONS = 24, PAGE_PARTS = 12 };

/** A page with all it is made of. Initialise with {0}. */
typedef struct page_built {
  ims_page page;
  ims_page_section sections[PAGE_SECTIONS];
  ims_page_part parts[PAGE_SECTIONS][PAGE_PARTS];
  ims_table *tables[PAGE_SECTIONS * PAGE_PARTS];
  size_t table_count;
  ims_memory texts[PAGE_SECTIONS * PAGE_PARTS]; /**< what was put together for one of them */
  size_t text_count;
} page_built;

/** From one edition of a standard to the next. */
typedef struct page_passage {
  const ims_edition *from, *to;
} page_passage;

enum { PAGE_PASSAGES_MOST = 4 };

/** Finds the passages from or to the editions in scope, in their order, each once. Returns how many there are. */
size_t page_passages(const page_scope *scope, page_passage passages[PAGE_PASSAGES_MOST]);

/** Draws a picture, of a passage if it is one; what cannot be drawn is told in its place, and `svg` stays empty.
    Returns as ims_diagram_draw, but for that. */
ims_status page_draw(const page_scope *scope, const page_picture_rule *rule, const page_passage *passage,
                     ims_memory *svg, ims_memory *words);

/** Asks everything. Returns 0, or the exit status; everything was said. Release it in any case. */
int page_build(const page_scope *scope, messages *m, page_built *built);
void page_built_free(page_built *built);

#endif
