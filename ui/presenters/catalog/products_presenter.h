// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/client/client.h"

#include <QStringList>

namespace crema::presenters {

using sync::CodeHit;
using sync::ProductView;
using sync::VariantView;

/// What a new product begins with, as people type it.
struct NewProduct {
    QString name;
    QString sku; ///< empty: the first barcode is the SKU
    QStringList barcodes;
    QString price;    ///< as readPriceWords() reads it; empty: unpriced
    QString cost;     ///< minor units; empty: unknown
    QString category; ///< name of a category; empty: none
    QString brand;
    QString description;
    Unit unit = Unit::Piece;
    QStringList parts; ///< of a bundle, as readTypedPart() reads them
};

/// What an edit did.
struct EditOutcome {
    ProductView product;
    bool changed = false; ///< false when everything had the wanted value already
};

/// The catalog as lists, look-ups and edits need it. The client outlives it.
class ProductsPresenter
{
public:
    explicit ProductsPresenter(sync::Client &client) : m_client(client) {}

    /// At most `limit` products that hold these words.
    [[nodiscard]] QCoro::Task<Result<QList<ProductView>>> find(QString text, std::int64_t limit) const;
    /// SKU, any barcode, or id. Errors: `product.unknown_code`.
    [[nodiscard]] QCoro::Task<Result<CodeHit>> byCode(QString code) const;
    /// Changes as applyChanges() and applyPartChanges() read them. Errors: those, `product.unknown_code`,
    /// `auth.not_allowed` for a cost that is not seen, and those of the client.
    [[nodiscard]] QCoro::Task<Result<EditOutcome>> edit(QString code, QStringList changes) const;
    /// What edit() would come to, without recording it.
    [[nodiscard]] QCoro::Task<Result<EditOutcome>> previewEdit(QString code, QStringList changes) const;
    /// Errors: `product.rules`, `variant.rules`, those of readPriceWords() and Barcode::parse.
    [[nodiscard]] QCoro::Task<Result<ProductView>> create(NewProduct product) const;
    [[nodiscard]] QCoro::Task<Result<QList<Category>>> categories() const { return m_client.categories(); }
    [[nodiscard]] Currency currency() const { return m_client.state().currency(); }

private:
    sync::Client &m_client;
};

} // namespace crema::presenters
