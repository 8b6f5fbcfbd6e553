# The words of the interface, in English: the reference that other languages are held against.

site-name = Knowledge base
