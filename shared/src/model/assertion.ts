/** RFC 7523: the client says who it is by a JWT that it signed itself. */
export const CLIENT_ASSERTION_TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
