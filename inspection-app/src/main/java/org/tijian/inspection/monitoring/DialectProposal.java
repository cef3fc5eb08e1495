package org.tijian.inspection.monitoring;

import org.tijian.analytics.site.LocalName;

/**
 * A setting that the frames of the last days suggest.
 *
 * @param field name of the setting in the dialect
 * @param frames how many frames say so
 */
record DialectProposal(String field, String value, LocalName because, long frames) {}
