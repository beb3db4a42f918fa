// Package cs is the domain of the Cs cmdlets of Lync Server and Skype for
// Business Server: users, their client certificates and PINs, pools and
// administrator roles, and the ways in which a text names a user.
//
// Everything is a plain struct. The properties that scripts see are listed
// once, in [UserProperties] and [CertificateProperties]: reading by name,
// CSV files, filters and the columns of the stores all read these tables.
package cs
