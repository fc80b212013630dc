package org.jumelles.archive.store;

import org.jumelles.archive.product.Identity;

/// One thing that a check of an archive found wrong.
public sealed interface Problem {

  /// One sentence for a person.
  String sentence();

  /// A file that should be there is not.
  record Missing(String file) implements Problem {
    @Override
    public String sentence() {
      return file + " is missing.";
    }
  }

  /// A file's bytes are not what they were.
  record Changed(String file, String expectedSha256, String foundSha256) implements Problem {
    @Override
    public String sentence() {
      return file + " has changed: SHA-256 " + foundSha256 + " instead of " + expectedSha256 + ".";
    }
  }

  /// A file or folder that belongs to no object.
  record Unknown(String path) implements Problem {
    @Override
    public String sentence() {
      return path + " belongs to nothing.";
    }
  }

  /// A document that does not say what it must.
  record Malformed(String file, String found) implements Problem {
    @Override
    public String sentence() {
      return file + ": " + found;
    }
  }

  /// A row of the catalogue for which the store has no object.
  record NoObject(Identity product) implements Problem {
    @Override
    public String sentence() {
      return "Product " + product + " is in the catalogue but not in the store.";
    }
  }

  /// An object of which the catalogue does not know.
  record NoRow(Identity product) implements Problem {
    @Override
    public String sentence() {
      return "Product " + product + " is in the store but not in the catalogue.";
    }
  }

  /// The catalogue says something else of a product than its document in the store.
  record RowDiffers(Identity product) implements Problem {
    @Override
    public String sentence() {
      return "The catalogue and the store tell different things of product " + product + ".";
    }
  }

  /// The chain of a ledger does not hold.
  record LedgerBroken(String found) implements Problem {
    @Override
    public String sentence() {
      return "The ledger is broken: " + found;
    }
  }
}
