package dev.hookglass.payload;

/** What became of a text that was to be read as a tree: the tree, or the place and reason why it is none. */
public sealed interface TreeReading permits JsonTree, XmlTree, Pretty.Refused {}
