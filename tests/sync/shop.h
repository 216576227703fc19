// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/client/sale_draft.h"
#include "sync/seams/system_disk.h"
#include "sync/seams/system_randomness.h"
#include "sync/store/local_store.h"
#include "sync/store/vault_disk.h"
#include "tests/testing/fixed_clock.h"
#include "tests/testing/seeded_randomness.h"

#include <QTemporaryDir>

namespace crema::sync::testing {

/// A shop to test with: one location, register and person with every right, written as if enrolled.
struct Shop {
    Company company;
    Location location;
    Register registerInfo;
    Person person;
    TaxClass taxClass;

    Shop();
    /// Makes the store's device that of this shop.
    void enroll(LocalStore &store) const;
    /// The shop's tax class is here, as after the first fetch: without it nothing is sold.
    void keepTax(LocalStore &store) const;
};

/// A store in a folder of its own.
class StoreFolder
{
public:
    explicit StoreFolder(std::uint64_t seed = 1) : randomness(seed) {}

    [[nodiscard]] QString path() const { return folder.filePath(QStringLiteral("store.sqlite")); }
    [[nodiscard]] OpenRequest request(OpenMode mode = OpenMode::ReadWrite) const;
    [[nodiscard]] Result<std::unique_ptr<LocalStore>> tryOpen(OpenMode mode = OpenMode::ReadWrite);
    /// Opens it or ends the test.
    [[nodiscard]] std::unique_ptr<LocalStore> open(OpenMode mode = OpenMode::ReadWrite);
    /// As open(), enrolled in the shop.
    [[nodiscard]] std::unique_ptr<LocalStore> openEnrolled();

    QTemporaryDir folder;
    crema::testing::FixedClock clock;
    crema::testing::SeededRandomness randomness;
    bool isPlain = false; ///< to look at what is written without the encryption
    SystemDisk system;
    SystemRandomness nonces;
    VaultDisk disk{system, nonces};
    Shop shop;
};

[[nodiscard]] Money euro(std::int64_t minor);
/// A product with one variant, recorded. Ends the test when that fails.
VariantId addProduct(LocalStore &store, const QString &name, const QString &sku, std::int64_t priceMinor,
                     const QStringList &barcodes = {});
/// Cash for one of each variant.
[[nodiscard]] SaleDraft cashSale(const QList<VariantId> &variants, std::int64_t tenderedMinor);
[[nodiscard]] Result<Sale> sell(LocalStore &store, const SaleDraft &draft);
[[nodiscard]] Result<Shift> openShift(LocalStore &store);

} // namespace crema::sync::testing
