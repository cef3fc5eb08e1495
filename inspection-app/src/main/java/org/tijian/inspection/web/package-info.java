/**
 * What all routes share: how a refusal is told, and how the pages are served. Knows no subject
 * matter.
 */
@NullMarked
package org.tijian.inspection.web;

import org.jspecify.annotations.NullMarked;
