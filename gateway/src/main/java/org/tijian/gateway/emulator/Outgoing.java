package org.tijian.gateway.emulator;

/**
 * A frame to send.
 *
 * @param qn tells it from the device's other frames
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
record Outgoing(String qn, byte[] bytes) {}
