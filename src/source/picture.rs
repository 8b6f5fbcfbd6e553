//! Pictures to the same pictures without what a camera or a program wrote into them: places, names, dates.
//!
//! Pixels are not touched: files are taken apart and put together again, without the parts that are
//! not needed to show them. The colour profile stays, and of the camera data the way up.

use img_parts::jpeg::{Jpeg, JpegSegment, markers};
use img_parts::png::{Png, PngChunk};
use img_parts::riff::{RiffChunk, RiffContent};
use img_parts::webp::{self, WebP};
use img_parts::{Bytes, ImageEXIF};

/// More pixels than this would fill a reader's memory.
const MAX_PIXELS: usize = 50_000_000;

const UNREADABLE: &str = "this picture cannot be read";
const ANOTHER: &str = "this file is not the kind of picture that its name says";

/// What PNG needs to be shown, animated too.
const PNG_PARTS: [&[u8; 4]; 19] = [
    b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"cHRM", b"gAMA", b"iCCP", b"sBIT", b"sRGB", b"cICP", b"mDCV",
    b"cLLI", b"bKGD", b"pHYs", b"hIST", b"acTL", b"fcTL", b"fdAT",
];

/// What WebP needs to be shown.
const WEBP_PARTS: [[u8; 4]; 7] = [
    webp::CHUNK_VP8X,
    webp::CHUNK_ICCP,
    webp::CHUNK_VP8,
    webp::CHUNK_VP8L,
    webp::CHUNK_ALPH,
    webp::CHUNK_ANIM,
    webp::CHUNK_ANMF,
];

/// The picture without its metadata; `None` for a file that is no picture by its name.
///
/// # Errors
///
/// It is no picture, another kind of picture, damaged, or larger than readers can open.
pub fn cleaned(extension: &str, bytes: &[u8]) -> Result<Option<Vec<u8>>, &'static str> {
    use imagesize::ImageType;
    let is_expected = |found: ImageType| match extension {
        "jpg" | "jpeg" | "jpe" | "jfif" => found == ImageType::Jpeg,
        "png" | "apng" => found == ImageType::Png,
        "webp" => found == ImageType::Webp,
        "gif" => found == ImageType::Gif,
        "avif" => matches!(found, ImageType::Heif(_)),
        "ico" => found == ImageType::Ico,
        _ => found == ImageType::Bmp,
    };
    if !["jpg", "jpeg", "jpe", "jfif", "png", "apng", "webp", "gif", "avif", "ico", "bmp"].contains(&extension) {
        return Ok(None);
    }
    if !is_expected(imagesize::image_type(bytes).map_err(|_| ANOTHER)?) {
        return Err(ANOTHER);
    }
    let size = imagesize::blob_size(bytes).map_err(|_| UNREADABLE)?;
    if size.width == 0 || size.height == 0 {
        return Err(UNREADABLE);
    }
    if size.width.saturating_mul(size.height) > MAX_PIXELS {
        return Err("this picture has more than 50 million pixels");
    }
    let cleaned = match extension {
        "jpg" | "jpeg" | "jpe" | "jfif" => jpeg(bytes)?,
        "png" | "apng" => png(bytes)?,
        "webp" => webp(bytes)?,
        _ if holds(bytes, b"Exif\0\0") || holds(bytes, b"http://ns.adobe.com/xap/") || holds(bytes, b"XMP DataXMP") => {
            return Err("this picture holds data of a camera or a program, which cannot be taken out of this format");
        }
        _ => bytes.to_vec(),
    };
    Ok(Some(cleaned))
}

/// The width and height a reader sees, in pixels: a photo taken upright is stored on its side.
#[must_use]
pub fn size(bytes: &[u8]) -> Option<(u32, u32)> {
    let size = imagesize::blob_size(bytes).ok()?;
    let (width, height) = (u32::try_from(size.width).ok()?, u32::try_from(size.height).ok()?);
    let is_jpeg = imagesize::image_type(bytes).is_ok_and(|found| found == imagesize::ImageType::Jpeg);
    let exif = is_jpeg.then(|| Jpeg::from_bytes(Bytes::copy_from_slice(bytes)).ok()?.exif()).flatten();
    let is_turned = exif.and_then(|exif| way_up(&exif)).is_some_and(|way_up| way_up >= 5);
    Some(if is_turned { (height, width) } else { (width, height) })
}

fn jpeg(bytes: &[u8]) -> Result<Vec<u8>, &'static str> {
    let mut jpeg = Jpeg::from_bytes(Bytes::copy_from_slice(bytes)).map_err(|_| UNREADABLE)?;
    let way_up = jpeg.exif().and_then(|exif| way_up(&exif));
    let segments = std::mem::take(jpeg.segments_mut());
    for segment in segments {
        let contents = segment.contents();
        let is_needed = match segment.marker() {
            markers::APP0 => contents.starts_with(b"JFIF\0"),
            markers::APP2 => contents.starts_with(b"ICC_PROFILE\0"),
            markers::APP14 => contents.starts_with(b"Adobe"),
            marker => !is_note(marker),
        };
        if segment.marker() == markers::SOS {
            // What follows the header of the first scan is the rest of the file.
            let start = bytes.len() - (segment.len_with_entropy() - segment.len());
            let scans = scans(&bytes[start..]).ok_or("this picture ends too early")?;
            jpeg.segments_mut().push(JpegSegment::new_with_entropy(markers::SOS, contents.clone(), scans.into()));
        } else if is_needed {
            jpeg.segments_mut().push(segment);
        }
    }
    if let Some(way_up) = way_up {
        let mut contents = b"Exif\0\0".to_vec();
        contents.extend(exif_of(way_up));
        let at = usize::from(jpeg.segments().first().is_some_and(|first| first.marker() == markers::APP0));
        jpeg.segments_mut().insert(at, JpegSegment::new_with_contents(markers::APP1, contents.into()));
    }
    Ok(jpeg.encoder().bytes().to_vec())
}

/// Application data and comments.
fn is_note(marker: u8) -> bool {
    matches!(marker, markers::APP0..=markers::APP15 | 0xfe)
}

/// The compressed data up to the end of the picture, without notes between its scans and what follows it.
fn scans(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut kept = Vec::with_capacity(bytes.len());
    let mut rest = bytes;
    loop {
        let at = rest.iter().position(|byte| *byte == markers::P)?;
        let marker = *rest.get(at + 1)?;
        match marker {
            markers::EOI => {
                kept.extend_from_slice(&rest[..at + 2]);
                return Some(kept);
            }
            markers::P => {
                kept.extend_from_slice(&rest[..=at]);
                rest = &rest[at + 1..];
            }
            0 | markers::RST0..=markers::RST7 => {
                kept.extend_from_slice(&rest[..at + 2]);
                rest = &rest[at + 2..];
            }
            marker => {
                let length = usize::from(u16::from_be_bytes([*rest.get(at + 2)?, *rest.get(at + 3)?]));
                let end = at + 2 + length;
                let kept_end = if is_note(marker) { at } else { end };
                kept.extend_from_slice(rest.get(..kept_end)?);
                rest = rest.get(end..)?;
            }
        }
    }
}

fn png(bytes: &[u8]) -> Result<Vec<u8>, &'static str> {
    let mut png = Png::from_bytes(Bytes::copy_from_slice(bytes)).map_err(|_| UNREADABLE)?;
    let way_up = png.exif().and_then(|exif| way_up(&exif));
    png.chunks_mut().retain(|chunk| PNG_PARTS.contains(&&chunk.kind()));
    let kind = |chunk: Option<&PngChunk>| chunk.map(PngChunk::kind);
    if kind(png.chunks().first()) != Some(*b"IHDR") || kind(png.chunks().last()) != Some(*b"IEND") {
        return Err("this picture ends too early");
    }
    if let Some(way_up) = way_up {
        png.set_exif(Some(exif_of(way_up).into()));
    }
    Ok(png.encoder().bytes().to_vec())
}

fn webp(bytes: &[u8]) -> Result<Vec<u8>, &'static str> {
    // Lists within lists are no part of WebP, and reading them takes a stack as deep as they are.
    if holds(bytes, b"LIST") && has_list(bytes) {
        return Err(UNREADABLE);
    }
    let mut webp = WebP::from_bytes(Bytes::copy_from_slice(bytes)).map_err(|_| UNREADABLE)?;
    let way_up = webp.chunk_by_id(webp::CHUNK_EXIF).and_then(|chunk| {
        let exif = chunk.content().data()?;
        way_up(exif.strip_prefix(b"Exif\0\0").unwrap_or(exif))
    });
    webp.chunks_mut().retain(|chunk| WEBP_PARTS.contains(&chunk.id()));
    let extended = webp.chunks_mut().iter_mut().find(|chunk| chunk.id() == webp::CHUNK_VP8X);
    if let Some(extended) = extended {
        let mut header = extended.content().data().ok_or(UNREADABLE)?.to_vec();
        // Bits 3 and 2 announce EXIF and XMP.
        *header.first_mut().ok_or(UNREADABLE)? &= !0b1100;
        header[0] |= if way_up.is_some() { 0b1000 } else { 0 };
        *extended.content_mut() = RiffContent::Data(header.into());
        if let Some(way_up) = way_up {
            let chunk = RiffChunk::new(webp::CHUNK_EXIF, RiffContent::Data(exif_of(way_up).into()));
            webp.chunks_mut().push(chunk);
        }
    }
    Ok(webp.encoder().bytes().to_vec())
}

/// Whether a part of a RIFF file is a list of parts itself.
fn has_list(bytes: &[u8]) -> bool {
    let mut rest = bytes.get(12..).unwrap_or_default();
    while let Some((head, after)) = rest.split_first_chunk::<8>() {
        if [b"LIST".as_slice(), b"RIFF", b"seqt"].contains(&&head[..4]) {
            return true;
        }
        let length = u32::from_le_bytes([head[4], head[5], head[6], head[7]]) as usize;
        rest = after.get(length + length % 2..).unwrap_or_default();
    }
    false
}

/// Which way up a picture is shown (EXIF 2.3, tag 0x0112), unless it is as stored.
fn way_up(exif: &[u8]) -> Option<u8> {
    let is_little = match exif.get(..2)? {
        b"II" => true,
        b"MM" => false,
        _ => return None,
    };
    let short = |at: usize| {
        let bytes: [u8; 2] = exif.get(at..at + 2)?.try_into().ok()?;
        Some(if is_little { u16::from_le_bytes(bytes) } else { u16::from_be_bytes(bytes) })
    };
    let long = |at: usize| {
        let bytes: [u8; 4] = exif.get(at..at + 4)?.try_into().ok()?;
        Some(if is_little { u32::from_le_bytes(bytes) } else { u32::from_be_bytes(bytes) } as usize)
    };
    let table = long(4)?;
    let count = usize::from(short(table)?);
    let entry = (0..count).map(|index| table + 2 + index * 12).find(|entry| short(*entry) == Some(0x0112))?;
    u8::try_from(short(entry + 8)?).ok().filter(|way_up| (2..=8).contains(way_up))
}

/// Camera data that says which way up a picture is, and nothing else.
fn exif_of(way_up: u8) -> Vec<u8> {
    let mut exif = b"II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0".to_vec();
    exif.extend([way_up, 0, 0, 0, 0, 0, 0, 0]);
    exif
}

fn holds(bytes: &[u8], word: &[u8]) -> bool {
    bytes.windows(word.len()).any(|window| window == word)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A part of a JPEG: its marker, and its contents after their length.
    fn part(marker: u8, contents: &[u8]) -> Vec<u8> {
        let length = u16::try_from(contents.len() + 2).unwrap().to_be_bytes();
        [&[0xff, marker], &length[..], contents].concat()
    }

    fn camera_data(way_up: u8) -> Vec<u8> {
        [exif_of(way_up), b"zqgps at home".to_vec()].concat()
    }

    fn photo(way_up: u8) -> Vec<u8> {
        [
            vec![0xff, 0xd8],
            part(0xe0, b"JFIF\0\x01\x02\0\0\x01\0\x01\0\0"),
            part(0xe1, &[b"Exif\0\0".to_vec(), camera_data(way_up)].concat()),
            part(0xe1, b"http://ns.adobe.com/xap/1.0/\0zqxmp"),
            part(0xe2, b"ICC_PROFILE\0\x01\x01profile"),
            part(0xe2, b"MPF\0zqmpf"),
            part(0xed, b"Photoshop 3.0\0zqiptc"),
            part(0xfe, b"zqcomment"),
            part(0xc0, &[8, 0, 2, 0, 3, 1, 1, 0x11, 0]),
            part(0xda, &[1, 1, 0, 0, 63, 0]),
            vec![1, 2, 0xff, 0, 3, 0xff, 0xd0, 4],
            part(0xfe, b"zqbetween"),
            part(0xda, &[1, 1, 0, 0, 63, 0]),
            vec![5, 0xff, 0xd9],
            b"zqtrailer".to_vec(),
        ]
        .concat()
    }

    #[test]
    fn a_photo_keeps_its_profile_and_its_way_up_and_nothing_else() {
        let cleaned = super::cleaned("jpg", &photo(6)).unwrap().unwrap();
        assert!(!holds(&cleaned, b"zq"), "{}", String::from_utf8_lossy(&cleaned));
        assert!(holds(&cleaned, b"ICC_PROFILE\0\x01\x01profile"));
        let exif = Jpeg::from_bytes(cleaned.clone().into()).unwrap().exif().unwrap();
        assert_eq!((way_up(&exif), exif.len()), (Some(6), 26));
        let size = imagesize::blob_size(&cleaned).unwrap();
        assert_eq!((size.width, size.height), (3, 2));
        assert!(cleaned.ends_with(&[5, 0xff, 0xd9]) && holds(&cleaned, &[1, 2, 0xff, 0, 3, 0xff, 0xd0, 4]));
        // On its side in the file, upright on the page.
        assert_eq!(super::size(&photo(6)), Some((2, 3)));
        assert_eq!(super::size(&photo(3)), Some((3, 2)));
        let again = super::cleaned("jpeg", &cleaned).unwrap().unwrap();
        assert_eq!(again, cleaned);
    }

    #[test]
    fn a_photo_that_is_the_right_way_up_has_no_camera_data_at_all() {
        assert!(!holds(&super::cleaned("jpg", &photo(1)).unwrap().unwrap(), b"Exif"));
    }

    fn drawing(chunks: &[([u8; 4], &[u8])]) -> Vec<u8> {
        let header = PngChunk::new(*b"IHDR", Bytes::from_static(&[0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]));
        let parts = chunks.iter().map(|(kind, contents)| PngChunk::new(*kind, Bytes::copy_from_slice(contents)));
        let all = [header].into_iter().chain(parts).chain([PngChunk::new(*b"IEND", Bytes::new())]);
        let mut png = b"\x89PNG\r\n\x1a\n".to_vec();
        for chunk in all {
            png.extend_from_slice(&chunk.encoder().bytes());
        }
        png
    }

    #[test]
    fn a_drawing_loses_its_texts_and_keeps_its_profile() {
        let exif = camera_data(3);
        let png = drawing(&[
            (*b"tEXt", b"Author\0zqname"),
            (*b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0zqxmp"),
            (*b"tIME", b"zqtime!"),
            (*b"iCCP", b"profile\0\0data"),
            (*b"eXIf", &exif),
            (*b"IDAT", b"pixels"),
        ]);
        let cleaned = cleaned("png", &[png, b"zqtrailer".to_vec()].concat()).unwrap().unwrap();
        assert!(!holds(&cleaned, b"zq"), "{}", String::from_utf8_lossy(&cleaned));
        assert!(holds(&cleaned, b"iCCPprofile") && holds(&cleaned, b"IDATpixels") && holds(&cleaned, b"eXIf"));
    }

    fn web_picture(parts: &[([u8; 4], &[u8])]) -> Vec<u8> {
        let subchunks: Vec<RiffChunk> = parts
            .iter()
            .map(|(id, data)| RiffChunk::new(*id, RiffContent::Data(Bytes::copy_from_slice(data))))
            .collect();
        let content = RiffContent::List { kind: Some(*b"WEBP"), subchunks };
        RiffChunk::new(*b"RIFF", content).encoder().bytes().to_vec()
    }

    #[test]
    fn a_web_picture_announces_no_more_than_it_holds() {
        let header = [0b0010_1100, 0, 0, 0, 1, 0, 0, 1, 0, 0];
        let exif = camera_data(1);
        let pixels = [0x2f, 1, 0x40, 0, 0, 0];
        let parts: [([u8; 4], &[u8]); 6] = [
            (webp::CHUNK_VP8X, &header),
            (webp::CHUNK_ICCP, b"profile"),
            (webp::CHUNK_VP8L, &pixels),
            (webp::CHUNK_EXIF, &exif),
            (webp::CHUNK_XMP, b"zqxmp"),
            (*b"NOTE", b"zqnote"),
        ];
        let cleaned = cleaned("webp", &web_picture(&parts)).unwrap().unwrap();
        assert!(!holds(&cleaned, b"zq") && !holds(&cleaned, b"EXIF") && holds(&cleaned, b"ICCP"));
        assert_eq!(cleaned[20], 0b0010_0000);
    }

    #[test]
    fn what_is_no_picture_is_told_apart() {
        let cases: [(&str, Vec<u8>); 7] = [
            ("jpg", b"<html>hello".to_vec()),
            ("jpg", drawing(&[])),
            ("png", photo(1)),
            ("jpg", photo(1)[..60].to_vec()),
            ("png", drawing(&[])[..40].to_vec()),
            ("webp", web_picture(&[(*b"LIST", b"WEBP"), (webp::CHUNK_VP8L, &[0x2f, 1, 0x40, 0, 0, 0])])),
            ("gif", b"GIF89a".to_vec()),
        ];
        for (extension, bytes) in cases {
            assert!(cleaned(extension, &bytes).is_err(), "{extension} {:?}", String::from_utf8_lossy(&bytes));
        }
        let mut huge = drawing(&[]);
        huge[16..24].copy_from_slice(&[0, 0, 0xff, 0xff, 0, 0, 0xff, 0xff]);
        assert!(cleaned("png", &huge).unwrap_err().contains("50 million"));
        assert_eq!(cleaned("pdf", b"%PDF"), Ok(None));
    }
}
