// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QCoroTask>

#include <QObject>
#include <QUrl>

namespace crema {

/// A business whose platform runs on this computer. Each has data of its own, so they never mix.
enum class LocalBusiness { Sample, Shop };

/// What a person says about a new shop; all of it as typed and checked.
struct NewShop {
    QString businessName;
    QString shopName;
    QString country;      ///< ISO 3166-1 alpha-2
    QString currency;     ///< ISO 4217
    QString standardRate; ///< percent: "19", "25.5"
    QString reducedRate;
    QString ownerName;
    QString email;
    QString password;
    QString pin; ///< 4 to 8 digits, or empty
};

/// crema-platform on this computer, run as a child of this program. One business at a time. Tasks resume on the
/// caller's thread; those that begin after stop() start anew. Besides the codes named at each method:
/// `platform.missing` (the program is not installed), `platform.no_database` (PostgreSQL is not installed; the hint
/// names the package), `platform.disk` (no room, or no right to write), `platform.failed` (anything else, with what it
/// said as the hint).
class PlatformChild : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Serves the business and answers its address. Serving already is fine, also when another program does it: then
    /// that one's address is answered and stop() leaves it alone. `port` is the one the devices know (0: none yet);
    /// another one is taken when that is not free. Errors: `platform.not_ready`.
    [[nodiscard]] virtual QCoro::Task<Result<QUrl>> start(LocalBusiness business, quint16 port) = 0;
    /// Makes the company of LocalBusiness::Shop. Errors: `platform.shop_exists`.
    [[nodiscard]] virtual QCoro::Task<Result<void>> createShop(NewShop shop) = 0;
    /// A one-time code for a device of the business's first shop.
    [[nodiscard]] virtual QCoro::Task<Result<QString>> enrolCode(LocalBusiness business) = 0;
    /// Errors: `platform.backup_write`.
    [[nodiscard]] virtual QCoro::Task<Result<void>> backUp(LocalBusiness business, QString file) = 0;
    /// Puts a backup into LocalBusiness::Shop, which must not be there yet. Errors: `platform.backup_unreadable`,
    /// `platform.shop_exists`.
    [[nodiscard]] virtual QCoro::Task<Result<void>> restore(QString file) = 0;
    /// Ends what was started here: asks it to, and makes it after 6 s.
    virtual void stop() = 0;

Q_SIGNALS:
    /// The platform that start() started ended by itself.
    void ended();
};

} // namespace crema
