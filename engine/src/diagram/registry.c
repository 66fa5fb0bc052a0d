#include "diagram/registry.h"

#include <string.h>

/* one a line, so that each comes and goes alone */
/* clang-format off */
static const ims_diagram *const diagrams[] = {
  &imsi_diagram_hub,
  &imsi_diagram_overlap,
  &imsi_diagram_path,
  &imsi_diagram_topics,
  &imsi_diagram_transition,
  &imsi_diagram_ego,
  &imsi_diagram_coverage,
  &imsi_diagram_evidence,
};
/* clang-format on */

static const ims_image svg = { "svg", "svg", "for browsers and documents; light or dark as the screen is", false };
static const ims_image png = { "png", "png", "pixels, 144 to an inch", true };
static const ims_image pdf = { "pdf", "pdf", "for print", true };
static const ims_image dot = { "dot", "dot", "the graph as Graphviz reads it, places included", false };
static const ims_image json = { "json", "json", "the same graph for programs", false };

static const ims_image *const images[] = { &svg, &png, &pdf, &dot, &json };

const ims_diagram *const *ims_diagrams(size_t *count)
{
  *count = sizeof diagrams / sizeof *diagrams;
  return diagrams;
}

const ims_diagram *ims_diagram_find(const char *name)
{
  for (size_t i = 0; i < sizeof diagrams / sizeof *diagrams; i++)
    if (strcmp(diagrams[i]->name, name) == 0)
      return diagrams[i];
  return NULL;
}

const ims_image *const *ims_images(size_t *count)
{
  *count = sizeof images / sizeof *images;
  return images;
}

const ims_image *ims_image_find(const char *name)
{
  for (size_t i = 0; i < sizeof images / sizeof *images; i++)
    if (strcmp(images[i]->name, name) == 0 || strcmp(images[i]->extension, name) == 0)
      return images[i];
  return NULL;
}
